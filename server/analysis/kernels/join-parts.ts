/** Items whose sum is one part, of n: the same however many threads or machines make the parts. At most 32 parts beyond 131,072 items. */
export function partItems(n: number): number {
  return Math.max(4096, Math.ceil(n / 32))
}

/** Parts are joined as multiples of 1 ÷ this: sums of whole numbers are the same in any order. */
const UNITS = 2 ** 24

/** The sum of `count` parts of `length` numbers each, as multiples of 2⁻²⁴; exact while no sum reaches 2²⁹. */
export function joinParts(parts: Float64Array, count: number, length: number): Float64Array {
  const sum = new Float64Array(length)
  for (let part = 0; part < count; part++) {
    for (let i = 0; i < length; i++) sum[i] += Math.round(parts[part * length + i] * UNITS)
  }
  for (let i = 0; i < length; i++) sum[i] /= UNITS
  return sum
}

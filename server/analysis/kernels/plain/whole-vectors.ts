const { fround } = Math
/** Unit vectors are multiplied as whole numbers of 16 bits: 1 is this number. */
const UNIT = 32767
const PER_UNIT = fround(1 / fround(UNIT * UNIT))

/** Unit vectors as whole numbers of 16 bits, rounded. */
export function toWhole(vectors: Float32Array): Int16Array {
  return Int16Array.from(vectors, (value) => Math.floor(fround(fround(value * UNIT) + 0.5)))
}

/** The cosine of a[from…] and b[at…], both unit vectors as whole numbers. */
export function cosine(a: Int16Array, from: number, b: Int16Array, at: number, dimensions: number): number {
  let sum = 0
  for (let d = 0; d < dimensions; d++) sum += a[from + d] * b[at + d]
  return fround(fround(sum) * PER_UNIT)
}

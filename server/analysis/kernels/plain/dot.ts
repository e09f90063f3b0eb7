const { fround } = Math

/** The dot product of a[from…] and b[at…], one dimension after the other, in Float32. */
export function dot(a: Float32Array, from: number, b: Float32Array, at: number, dimensions: number): number {
  let sum = 0
  for (let d = 0; d < dimensions; d++) sum = fround(sum + fround(a[from + d] * b[at + d]))
  return sum
}

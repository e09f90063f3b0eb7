import { UNIT } from '../kernels.ts'

const { fround } = Math
const PER_UNIT = fround(1 / fround(UNIT * UNIT))

/** The dot product of a[from…] and b[at…], unit vectors in whole numbers. */
export function dot(a: Int16Array, from: number, b: Int16Array, at: number, dimensions: number): number {
  let sum = 0
  for (let d = 0; d < dimensions; d++) sum += a[from + d] * b[at + d]
  return sum
}

/** The same as a cosine. */
export function cosine(a: Int16Array, from: number, b: Int16Array, at: number, dimensions: number): number {
  return fround(fround(dot(a, from, b, at, dimensions)) * PER_UNIT)
}

/** A number times `scale`, rounded, in the steps of Float32. */
export function toWhole(value: number, scale: number): number {
  return Math.floor(fround(fround(value * scale) + 0.5))
}

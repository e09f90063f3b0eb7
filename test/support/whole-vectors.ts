import { UNIT } from '../../server/analysis/kernels/kernels.ts'

/** Unit vectors as the kernels take them: whole numbers of 16 bits. */
export function wholeVectors(values: ArrayLike<number>): Int16Array {
  return Int16Array.from(values, (value) => Math.round(value * UNIT))
}

import type { Kernels } from '../kernels.ts'
import { scatter } from '../scatter.ts'

const { fround } = Math

export const randomNumbers: Kernels['randomNumbers'] = (out, seed) => {
  for (let i = 0; i < out.length; i++) out[i] = fround(scatter(scatter(i) ^ seed)) * 2 ** -32
}

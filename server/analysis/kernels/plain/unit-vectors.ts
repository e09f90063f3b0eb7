import { type Kernels, UNIT } from '../kernels.ts'
import { dot } from './whole-vectors.ts'

/** How far the length of a row may be from that of a unit vector by rounding alone. */
const ROUNDING = 32

export const unitVectors: Kernels['unitVectors'] = (vectors, rows, width) => {
  for (let at = 0; at < rows * width; at += width) {
    const length = Math.sqrt(dot(vectors, at, vectors, at, width))
    if (length === 0 || Math.abs(length - UNIT) <= ROUNDING) continue
    const scale = UNIT / length
    for (let d = 0; d < width; d++) vectors[at + d] = Math.floor(vectors[at + d] * scale + 0.5)
  }
}

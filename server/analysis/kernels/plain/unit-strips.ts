import { UNIT } from '../kernels.ts'
import type { SparseClusterKernels } from '../sparse-cluster-kernels.ts'
import { STRIP } from '../strips.ts'

export const unitStrips: SparseClusterKernels['unitStrips'] = (sums, columns, k, strips) => {
  for (let c = 0; c < k; c++) {
    const own = sums.subarray(c * columns, (c + 1) * columns)
    // Every second square is summed up apart.
    const squares = [0, 0]
    own.forEach((value, column) => (squares[column % 2] += value * value))
    const square = squares[0] + squares[1]
    if (square === 0) continue
    const scale = UNIT / Math.sqrt(square)
    const strip = Math.floor(c / STRIP) * columns
    own.forEach((value, column) => (strips[(strip + column) * STRIP + (c % STRIP)] = Math.floor(value * scale + 0.5)))
  }
}

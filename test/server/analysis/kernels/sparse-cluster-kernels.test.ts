import { copyInt32, type Kernels } from '../../../../server/analysis/kernels/kernels.ts'
import type { WholeRows } from '../../../../server/analysis/kernels/sparse-cluster-kernels.ts'
import { STRIP, stripLength } from '../../../../server/analysis/kernels/strips.ts'
import { normalizeRows } from '../../../../server/analysis/matrix/csr.ts'
import { copyFloat64, N, normal, numbers, sparse } from './kernel-input.ts'
import { twinSuite } from './twin-suite.ts'

twinSuite({
  wholeRows: (kernels) => [unitRows(kernels, 900).values],
  assignRows: (kernels) =>
    [5, 20, 50, 64].flatMap((k) => {
      const strips = kernels.int16(stripLength(k, 900))
      // Centroids have unit length, and one is there twice, of which the first counts.
      const sums = kernels.float64(k * 900).map((_, at) => ((at % 900) % k === 3 ? 1 : (at * 7) % 11))
      kernels.unitStrips(copyFloat64(kernels, sums), 900, k, strips)
      for (let column = 0; column < 900; column++) strips[column * STRIP + 4] = strips[column * STRIP + 2]
      const [assignment, similarity] = [numbers(kernels, N, k, 3), kernels.float32(N)]
      return [kernels.assignRows(unitRows(kernels, 900), strips, k, assignment, similarity), assignment, similarity]
    }),
  moveSums: (kernels) => {
    const sums = kernels.float64(11 * 900)
    const before = copyInt32(
      kernels,
      Int32Array.from({ length: N }, (_, i) => (i % 13) - 1).map((cluster) => Math.min(10, cluster)),
    )
    kernels.moveSums(unitRows(kernels, 900), before, numbers(kernels, N, 11, 3), 11, sums)
    return [sums]
  },
  unitStrips: (kernels) => {
    const sums = normal(kernels, 35 * 2001, 1).map((value) => Math.round(value * 1000))
    sums.fill(0, 3 * 2001, 4 * 2001)
    const strips = kernels.int16(2 * 2001 * STRIP).fill(5)
    kernels.unitStrips(copyFloat64(kernels, sums), 2001, 35, strips)
    return [strips]
  },
})

/** The same rows at unit length, as whole numbers. */
function unitRows(kernels: Kernels, columns: number): WholeRows {
  const matrix = sparse(kernels, columns)
  normalizeRows(matrix)
  return kernels.wholeRows(matrix)
}

import { copyInt32 } from '../../../../server/analysis/kernels/kernels.ts'
import { N, WIDTH, units, numbers, sparse, neighbours } from './kernel-input.ts'
import { twinSuite } from './twin-suite.ts'

twinSuite({
  nearest: (kernels) => {
    const count = 33
    const starts = Int32Array.from({ length: count + 1 }, (_, c) => Math.floor((c * N) / count))
    const members = Int32Array.from({ length: N }, (_, i) => (i * 7) % N)
    const cells = { count, starts: copyInt32(kernels, starts), members: copyInt32(kernels, members) }
    const order = copyInt32(
      kernels,
      Int32Array.from({ length: count * 3 }, (_, i) => (Math.floor(i / 3) + (i % 3) * 5) % count),
    )
    const [ids, similarity] = [kernels.int32(N * 9).fill(-1), kernels.float32(N * 9).fill(-2)]
    kernels.nearest(units(kernels, N, 1), WIDTH, cells, order, 3, 9, ids, similarity)
    return [ids, similarity]
  },
  smooth: (kernels) => {
    const out = kernels.int16(N * WIDTH)
    kernels.smooth(units(kernels, N, 1), N, WIDTH, neighbours(kernels), 4, out)
    return [out]
  },
  similar: (kernels) => {
    const matrix = sparse(kernels, 900)
    matrix.values.forEach((value, e) => (matrix.values[e] = Math.abs(value)))
    const rows = copyInt32(
      kernels,
      Int32Array.from({ length: N - 100 }, (_, i) => i + 50),
    )
    const ids = numbers(kernels, rows.length * 9, rows.length, 3)
    const out = {
      most: 4,
      termCount: 3,
      papers: kernels.int32(N * 4).fill(-1),
      scores: kernels.float32(N * 4),
      terms: kernels.int32(N * 12).fill(-1),
    }
    const order = copyInt32(
      kernels,
      Int32Array.from(rows, (_, i) => (i * 11 + 3) % rows.length),
    )
    kernels.similar(matrix, rows, { ids, count: 9, order }, out)
    return [out.papers, out.scores, out.terms]
  },
})

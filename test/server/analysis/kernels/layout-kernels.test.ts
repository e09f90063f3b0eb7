import { copyCsr, copyFloat32, copyInt32 } from '../../../../server/analysis/kernels/kernels.ts'
import { N, WIDTH, normal, units, numbers, neighbours } from './kernel-input.ts'
import { twinSuite } from './twin-suite.ts'

twinSuite({
  along: (kernels) => {
    const out = kernels.float32(N * 2)
    kernels.along(units(kernels, N, 1), N, WIDTH, normal(kernels, 2 * WIDTH, 2), [0.3, -0.1], out)
    return [out]
  },
  edgeWeights: (kernels) => {
    const similarity = normal(kernels, N * 5, 3).map((value, e) => 0.9 - 0.1 * (e % 5) - 0.01 * Math.abs(value))
    const ids = numbers(kernels, N * 5, N, 2).map((id, e) => (e % 25 === 4 ? -1 : id))
    const out = kernels.float32(N * 4)
    kernels.edgeWeights(copyInt32(kernels, ids), copyFloat32(kernels, similarity), N, 5, 4, 2.32, out)
    return [out]
  },
  joinEdges: (kernels) => {
    const { ids, similarity } = neighbours(kernels)
    const starts = Int32Array.from({ length: N + 1 }, (_, i) => i * 5)
    const indices = ids.map((id) => Math.max(0, id))
    const own = copyCsr(kernels, { rows: N, columns: N, starts, indices, values: similarity })
    const edges = kernels.joinEdges(own, kernels.transpose(own))
    return [edges.starts, edges.neighbours, edges.weights.slice(0, edges.starts[N]), edges.heaviest]
  },
  layoutRound: (kernels) => {
    const starts = copyInt32(
      kernels,
      Int32Array.from({ length: N + 1 }, (_, i) => i * 5),
    )
    const weights = copyFloat32(
      kernels,
      normal(kernels, N * 5 + 3, 3).map((value) => Math.min(1, Math.abs(value))),
    )
    const edges = { n: N, starts, neighbours: numbers(kernels, N * 5, N, 2), weights, heaviest: 1 }
    let [before, after] = [normal(kernels, N * 2, 4), kernels.float32(N * 2)]
    for (let round = 1; round <= 10; round++) {
      kernels.layoutRound(edges, before, after, { round, rate: 1 - round / 12, seed: 7 })
      ;[before, after] = [after, before]
    }
    return [before]
  },
})

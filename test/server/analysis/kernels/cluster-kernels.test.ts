import { copyInt32 } from '../../../../server/analysis/kernels/kernels.ts'
import { randomState } from '../../../../server/analysis/math/random.ts'
import { N, WIDTH, units } from './kernel-input.ts'
import { twinSuite } from './twin-suite.ts'

twinSuite({
  assign: (kernels) => {
    const [assignment, similarity] = [kernels.int32(N).fill(-1), kernels.float32(N)]
    const centroids = units(kernels, 37, 2)
    const changed = kernels.assign(units(kernels, N, 1), N, WIDTH, centroids, 37, assignment, similarity)
    return [changed, assignment, similarity]
  },
  sums: (kernels) => {
    const assignment = copyInt32(
      kernels,
      Int32Array.from({ length: N }, (_, i) => (i % 7) - 1),
    )
    return [kernels.sums(units(kernels, N, 1), N, WIDTH, assignment, 6)]
  },
  clusterRuns: (kernels) => {
    const runs = [9, 37, 1, 300].map((k, i) => ({
      members: Int32Array.from({ length: k === 300 ? 300 : 501 + i }, (_, m) => m * 3 + i),
      k,
      state: randomState(3, i),
    }))
    const vectors = units(kernels, N, 1)
    // Some that are the same, so that clusters stay empty.
    vectors.copyWithin(0, WIDTH * 3, WIDTH * 3 + WIDTH * 300)
    const assignment = kernels.int32(runs.reduce((sum, { members }) => sum + members.length, 0))
    return [kernels.clusterRuns(vectors, WIDTH, runs, 7, assignment), assignment]
  },
})

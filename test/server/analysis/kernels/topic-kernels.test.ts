import type { Kernels } from '../../../../server/analysis/kernels/kernels.ts'
import type { Csr } from '../../../../server/analysis/matrix/csr.ts'
import { N, normal, sparse } from './kernel-input.ts'
import { twinSuite } from './twin-suite.ts'

const K = 22
const FOURS = 24

twinSuite({
  topicCentroids: (kernels) => {
    const byTerm = kernels.bareFloat32(900 * FOURS).fill(5)
    return [kernels.topicCentroids(weights(kernels), topicsOf(), K, FOURS, byTerm), byTerm]
  },
  stand: (kernels) => {
    const lengths = Float64Array.from({ length: K }, (_, topic) => topic / 3)
    const [score, scoreWithoutSelf, runnerUpScore] = [1, 2, 3].map(() => new Float32Array(N))
    const standings = { score, scoreWithoutSelf, runnerUp: new Int32Array(N), runnerUpScore }
    kernels.stand(normal(kernels, 3000 * FOURS, 4), FOURS, lengths, topicsOf(), 1500, standings)
    kernels.stand(normal(kernels, 500 * 4, 4), 4, lengths.subarray(0, 1), new Int32Array(N), 0, standings)
    return Object.values(standings)
  },
  reasons: (kernels) => {
    const byTerm = normal(kernels, 900 * FOURS, 3)
    const { columns, shares } = kernels.reasons(weights(kernels), byTerm, FOURS, topicsOf(), 5, 1000)
    return [columns, shares]
  },
})

/** Topics of the papers, one of which has none and one paper in seven no topic. */
function topicsOf(): Int32Array {
  return Int32Array.from({ length: N }, (_, paper) => (paper % 7 === 3 ? -1 : (paper * 5) % (K - 1)))
}

/** Weights above 0, some of them alike. */
function weights(kernels: Kernels): Csr {
  const matrix = sparse(kernels, 900)
  matrix.values.forEach((value, e) => (matrix.values[e] = Math.max(0.1, Math.abs(value))))
  return matrix
}

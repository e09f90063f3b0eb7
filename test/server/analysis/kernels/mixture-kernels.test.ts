import { copyFloat32, copyInt32, type Kernels } from '../../../../server/analysis/kernels/kernels.ts'
import { headOf } from '../../../../server/analysis/kernels/memberships.ts'
import { MEMBERSHIPS, type Memberships } from '../../../../server/analysis/kernels/mixture-kernels.ts'
import { N, normal, sparse, neighbours } from './kernel-input.ts'
import { twinSuite } from './twin-suite.ts'

twinSuite({
  topicSums: (kernels) => {
    const counts = sparse(kernels, 900)
    counts.values.forEach((value, e) => (counts.values[e] = Math.floor(Math.abs(value) * 150)))
    const [weights, factors] = [kernels.float64(256), kernels.float64(900)]
    for (let i = 0; i < 900; i++) {
      weights[i % 256] = Math.sqrt(i)
      factors[i] = 1 + (i % 7) / 10
    }
    const byTerm = kernels.packColumns(counts)
    const out = kernels.float32(900 * 12)
    kernels.topicSums(byTerm, weights, factors, memberships(kernels, 11), 12, 11, out)
    const more = kernels.float32(900 * 12)
    const members = memberships(kernels, 11)
    members.heads.forEach((_, i) => (members.heads[i] *= i % 3 === 0 ? 0 : 1))
    kernels.topicSums(byTerm, weights, factors, members, 12, 11, more, out)
    kernels.weighCounts(counts, weights, factors)
    return [byTerm.starts, byTerm.entries, out, more, counts.values]
  },
  logProbabilities: (kernels) => {
    const sums = normal(kernels, 900 * 12, 1).map((value) => Math.max(0, value))
    const out = kernels.float32(900 * 12)
    const totals = kernels.float64(11).fill(3.3)
    kernels.logProbabilities(copyFloat32(kernels, sums), 900, 12, 11, 0.1, totals, out)
    return [out]
  },
  respond: (kernels) => {
    const scores = copyFloat32(
      kernels,
      normal(kernels, N * 12, 1).map((value) => value * 6),
    )
    const influence = { ...neighbours(kernels), used: 4, weight: 0.5 }
    const [trust, logPi] = [kernels.float32(N).fill(0.4), kernels.float32(12).fill(-2)]
    const rows = copyInt32(
      kernels,
      Int32Array.from({ length: N / 2 }, (_, i) => i * 2 + 1),
    )
    const assignment = kernels.int32(N)
    const after = { heads: kernels.int32(N).fill(7), pairs: kernels.float32(N * MEMBERSHIPS * 2).fill(7) }
    const before = memberships(kernels, 11)
    const moved = kernels.respond(scores, rows, 12, 11, trust, logPi, influence, before, after, assignment)
    return [moved, after.heads, after.pairs, assignment]
  },
})

/** Papers of one to four topics, the last ones of which have ended. */
function memberships(kernels: Kernels, topics: number): Memberships {
  const pairs = kernels.float32(N * MEMBERSHIPS * 2)
  for (let i = 0; i < N; i++) {
    for (let m = 0; m <= i % MEMBERSHIPS; m++)
      pairs.set([(i * 3 + m) % topics, 0.5 / (m + 1)], (i * MEMBERSHIPS + m) * 2)
  }
  const heads = Int32Array.from({ length: N }, (_, i) => headOf(pairs, i))
  return { heads: copyInt32(kernels, heads), pairs }
}

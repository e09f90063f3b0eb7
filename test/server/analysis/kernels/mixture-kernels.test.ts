import { copyFloat32, copyInt32, type Kernels } from '../../../../server/analysis/kernels/kernels.ts'
import { four } from '../../../../server/analysis/kernels/four.ts'
import { headOf, membership } from '../../../../server/analysis/kernels/memberships.ts'
import { MEMBERSHIPS, type Memberships } from '../../../../server/analysis/kernels/mixture-kernels.ts'
import { stripLength } from '../../../../server/analysis/kernels/strips.ts'
import type { Csr } from '../../../../server/analysis/matrix/csr.ts'
import { copyFloat64, N, normal, sparse, neighbours } from './kernel-input.ts'
import { twinSuite } from './twin-suite.ts'

twinSuite({
  topicSums: (kernels) => {
    const { counts, weights, factors } = words(kernels)
    const byTerm = kernels.packColumns(counts)
    const out = kernels.float32(900 * 12)
    kernels.topicSums(byTerm, weights, factors, memberships(kernels, 11), 12, 11, out)
    const more = kernels.float32(900 * 12)
    const members = memberships(kernels, 11)
    members.heads.forEach((_, i) => (members.heads[i] *= i % 3 === 0 ? 0 : 1))
    kernels.topicSums(byTerm, weights, factors, members, 12, 11, more, out)
    return [byTerm.starts, byTerm.entries, out, more]
  },
  packColumns: (kernels) => {
    const { counts } = words(kernels)
    const some = copyInt32(
      kernels,
      Int32Array.from({ length: N / 4 }, (_, i) => i * 4 + 3),
    )
    const { starts, entries } = kernels.packColumns(counts, some)
    return [starts, entries]
  },
  weighCounts: (kernels) => {
    const { counts, weights, factors } = words(kernels)
    kernels.weighCounts(counts, weights, factors)
    return [counts.values]
  },
  scaleRows: (kernels) => {
    const { counts, weights, factors } = words(kernels)
    const { values, scales } = kernels.scaleRows(counts, weights, factors)
    return [values, scales]
  },
  logStrips: (kernels) => {
    const sums = normal(kernels, 900 * 52, 1).map((value) => (value > 1 ? 0 : 10 ** (9 * value)))
    const strips = kernels.int16(stripLength(52, 900))
    const totals = copyFloat64(
      kernels,
      Float64Array.from({ length: 52 }, (_, c) => c / 2),
    )
    kernels.logStrips(copyFloat32(kernels, sums), 900, 52, 0.1, totals, strips)
    return [strips]
  },
  scoreRows: (kernels) =>
    [5, 18, 30, 50].flatMap((k) => {
      const { counts, weights, factors } = words(kernels)
      const width = four(k)
      const strips = kernels.int16(stripLength(width, 900))
      strips.forEach((_, i) => (strips[i] = ((i * 7919) % 65_535) - 32_767))
      const some = copyInt32(
        kernels,
        Int32Array.from({ length: N / 2 }, (_, i) => i * 2 + 1),
      )
      const out = kernels.float32((N / 2) * width)
      kernels.scoreRows(kernels.scaleRows(counts, weights, factors), some, strips, k, 0.1, width, out)
      return [out]
    }),
  respond: (kernels) => {
    const scores = copyFloat32(
      kernels,
      normal(kernels, N * 12, 1).map((value) => value * 6),
    )
    const near = neighbours(kernels)
    const voices = kernels.float32(N * 4)
    kernels.voices(near, N, 4, 0.5, voices)
    const influence = { ids: near.ids, count: near.count, voices, used: 4 }
    const logPi = kernels.float32(12).fill(-2)
    const rows = copyInt32(
      kernels,
      Int32Array.from({ length: N / 2 }, (_, i) => i * 2 + 1),
    )
    const assignment = kernels.int32(N)
    const after = { heads: kernels.int32(N).fill(7), members: kernels.int32(N * MEMBERSHIPS).fill(7) }
    const before = memberships(kernels, 11)
    const moved = kernels.respond(scores, rows, 12, 11, logPi, influence, before, after, assignment)
    return [moved, voices, after.heads, after.members, assignment]
  },
})

/** Counts of words, and what they are worth. */
function words(kernels: Kernels): { counts: Csr; weights: Float64Array; factors: Float64Array } {
  const counts = sparse(kernels, 900)
  counts.values.forEach((value, e) => (counts.values[e] = Math.floor(Math.abs(value) * 150)))
  const [weights, factors] = [kernels.float64(256), kernels.float64(900)]
  for (let i = 0; i < 900; i++) {
    weights[i % 256] = Math.sqrt(i)
    factors[i] = 1 + (i % 7) / 10
  }
  return { counts, weights, factors }
}

/** Papers of one to four topics, the last ones of which have ended. */
function memberships(kernels: Kernels, topics: number): Memberships {
  const members = kernels.int32(N * MEMBERSHIPS)
  for (let i = 0; i < N; i++) {
    for (let m = 0; m <= i % MEMBERSHIPS; m++)
      members[i * MEMBERSHIPS + m] = membership((i * 3 + m) % topics, 0.5 / (m + 1))
  }
  const heads = Int32Array.from({ length: N }, (_, i) => headOf(members, i))
  return { heads: copyInt32(kernels, heads), members }
}

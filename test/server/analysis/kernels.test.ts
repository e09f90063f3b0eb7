import { describe, expect, it } from 'vitest'
import { type Csr, normalizeRows } from '../../../server/analysis/matrix/csr.ts'
import { transpose } from '../../../server/analysis/matrix/transpose.ts'
import { copyCsr, copyFloat32, copyInt16, copyInt32, type Kernels } from '../../../server/analysis/kernels/kernels.ts'
import { MEMBERSHIPS, type Memberships } from '../../../server/analysis/kernels/mixture-kernels.ts'
import { PANEL } from '../../../server/analysis/kernels/basis-kernels.ts'
import { addGram, gramTable, mixWord } from '../../../server/analysis/kernels/gram-table.ts'
import {
  IN_TITLE,
  IS_INNER,
  LEADS_ON,
  MOST_MENTIONS,
  type PaperGroups,
  type PhraseHits,
  type PhraseRows,
  type PhraseTokens,
  TRAIT_BITS,
  WANTED,
} from '../../../server/analysis/kernels/phrase-kernels.ts'
import { headOf } from '../../../server/analysis/kernels/memberships.ts'
import { STRIP, type WholeRows } from '../../../server/analysis/kernels/sparse-cluster-kernels.ts'
import { plainKernels } from '../../../server/analysis/kernels/plain/plain-kernels.ts'
import { createRandom, randomState } from '../../../server/analysis/math/random.ts'
import { wholeVectors } from '../../support/whole-vectors.ts'
import type { startKernels as Start } from '../../../server/engine/local/kernel-threads.ts'

// Threads run compiled files.
const built = new URL('../../../dist/server/engine/local/kernel-threads.js', import.meta.url).href
const { startKernels } = (await import(built)) as { startKernels: typeof Start }
const OTHERS = { 'one thread': startKernels(1), 'three threads': startKernels(3) }

const N = 5000
const WIDTH = 76

function normal(kernels: Kernels, length: number, seed: number): Float32Array {
  const random = createRandom(seed)
  return copyFloat32(
    kernels,
    Float32Array.from({ length }, () => random.normal()),
  )
}

function units(kernels: Kernels, rows: number, seed: number): Int16Array {
  const vectors = normal(plainKernels, rows * WIDTH, seed)
  for (let i = 0; i < rows; i++) {
    const row = vectors.subarray(i * WIDTH, (i + 1) * WIDTH)
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0))
    row.forEach((value, d) => (row[d] = value / length))
  }
  return copyInt16(kernels, wholeVectors(vectors))
}

function numbers(kernels: Kernels, length: number, below: number, seed: number): Int32Array {
  const random = createRandom(seed)
  return copyInt32(
    kernels,
    Int32Array.from({ length }, () => random.below(below)),
  )
}

/** Rows of 0 to 49 entries. */
function sparse(kernels: Kernels, columns: number): Csr {
  const starts = Int32Array.from({ length: N + 1 })
  for (let i = 0; i < N; i++) starts[i + 1] = starts[i] + ((i * 7) % 50)
  const indices = numbers(kernels, starts[N], columns, 5)
  return { rows: N, columns, starts: copyInt32(kernels, starts), indices, values: normal(kernels, starts[N], 6) }
}

/** The same rows at unit length, as whole numbers. */
function unitRows(kernels: Kernels, columns: number): WholeRows {
  const matrix = sparse(kernels, columns)
  normalizeRows(matrix)
  return kernels.wholeRows(matrix)
}

function copyFloat64(kernels: Kernels, values: ArrayLike<number>): Float64Array {
  const copy = kernels.float64(values.length)
  copy.set(values)
  return copy
}

/** Five neighbours a paper, some of which are missing, some unlike it. */
function neighbours(kernels: Kernels): { count: number; ids: Int32Array; similarity: Float32Array } {
  const ids = numbers(kernels, N * 5, N, 2)
  ids.forEach((_, e) => (ids[e] = e % 25 === 3 ? -1 : ids[e]))
  return { count: 5, ids, similarity: normal(kernels, N * 5, 3) }
}

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

/** Each kernel once, with odd sizes: what it wrote and returned. */
const RUNS: Record<string, (kernels: Kernels) => unknown[]> = {
  multiply: (kernels) => {
    const matrix = sparse(kernels, 900)
    return [4, 20, 52, WIDTH].map((width) => {
      const out = kernels.float32(N * width)
      kernels.multiply(matrix, normal(kernels, 900 * width, 1), width, out)
      return out
    })
  },
  transpose: (kernels) => {
    const { starts, indices, values } = kernels.transpose(sparse(kernels, 900))
    return [starts, indices, values]
  },
  unitRows: (kernels) => {
    const dense = normal(kernels, N * WIDTH, 1)
    dense.fill(0, WIDTH, 2 * WIDTH)
    kernels.unitRows(dense, N, WIDTH)
    return [dense]
  },
  gram: (kernels) => [kernels.gram(normal(kernels, N * WIDTH, 1), N, WIDTH)],
  rotate: (kernels) => {
    const dense = normal(kernels, N * WIDTH, 1)
    const narrow = kernels.float32(N * 20)
    kernels.rotate(dense, N, WIDTH, normal(kernels, WIDTH * 20, 2), 20, narrow)
    kernels.rotate(dense, N, WIDTH, normal(kernels, WIDTH * WIDTH, 3), WIDTH, dense)
    const upper = normal(kernels, WIDTH * WIDTH, 4).map((value, at) =>
      at % WIDTH < Math.floor(at / WIDTH) ? 0 : value,
    )
    const turned = kernels.float32(N * WIDTH)
    kernels.rotate(dense, N, WIDTH, copyFloat32(kernels, upper), WIDTH, turned, true)
    return [narrow, dense, turned]
  },
  normalProduct: (kernels) => {
    const out = kernels.float32(900 * PANEL)
    kernels.normalProduct(sparse(kernels, 900), normal(kernels, 900 * PANEL, 1), out)
    return [out]
  },
  randomMixture: (kernels) => {
    const out = kernels.float32(900 * PANEL)
    kernels.randomMixture(sparse(kernels, 900), 77, out)
    return [out]
  },
  panelProducts: (kernels) => {
    const panels = normal(kernels, 3 * N * PANEL, 1)
    return [kernels.panelProducts(panels, 3, N, normal(kernels, N * PANEL, 2))]
  },
  mixPanels: (kernels) => {
    const rows = N - 1
    const panels = normal(kernels, 2 * rows * PANEL, 1)
    return [PANEL, 52].flatMap((width) => {
      const factors = normal(kernels, 2 * PANEL * width, 2)
      const [added, first] = [normal(kernels, rows * width, 3), normal(kernels, rows * width, 3)]
      kernels.mixPanels(panels, 2, rows, factors, width, added, false)
      kernels.mixPanels(panels, 2, rows, factors, width, first, true)
      return [added, first]
    })
  },
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
  company: (kernels) => {
    const byPaper = sparse(kernels, 300)
    byPaper.values.forEach((value, e) => (byPaper.values[e] = Math.abs(value)))
    for (let i = 0; i < N; i++) byPaper.indices.subarray(byPaper.starts[i], byPaper.starts[i + 1]).sort()
    const byTerm = copyCsr(kernels, transpose(byPaper))
    const [logTotals, powers] = [kernels.float64(300).fill(6), kernels.float64(300).fill(5)]
    const rows = {
      columns: kernels.int32(200 * 90),
      information: kernels.float32(200 * 90),
      counts: kernels.int32(200),
    }
    kernels.company(byTerm, byPaper, { contexts: 90, logTotals, powers, logAll: 9 }, 70, rows)
    return [rows.columns, rows.information, rows.counts]
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
    kernels.similar(matrix, rows, ids, 9, out)
    return [out.papers, out.scores, out.terms]
  },
  edgeWeights: (kernels) => {
    const similarity = normal(kernels, N * 5, 3).map((value, e) => 0.9 - 0.1 * (e % 5) - 0.01 * Math.abs(value))
    const ids = numbers(kernels, N * 5, N, 2).map((id, e) => (e % 25 === 4 ? -1 : id))
    const out = kernels.float32(N * 4)
    kernels.edgeWeights(copyInt32(kernels, ids), copyFloat32(kernels, similarity), N, 5, 4, 2.32, out)
    return [out]
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
  multiplySome: (kernels) => {
    const rows = copyInt32(
      kernels,
      Int32Array.from({ length: N / 4 }, (_, i) => i * 3 + 2),
    )
    const out = kernels.float32(rows.length * WIDTH)
    kernels.multiply(sparse(kernels, 900), normal(kernels, 900 * WIDTH, 1), WIDTH, out, rows)
    return [out]
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
  wholeRows: (kernels) => [unitRows(kernels, 900).values],
  assignRows: (kernels) =>
    [5, 20, 50, 64].flatMap((k) => {
      const strips = kernels.int16(Math.ceil(k / STRIP) * 900 * STRIP)
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
  columnSums: (kernels) => {
    const dense = normal(kernels, N * WIDTH, 1)
    dense.fill(0, WIDTH, 3 * WIDTH)
    return [kernels.columnSums(dense, N, WIDTH)]
  },
  placeCentred: (kernels) => {
    const dense = normal(kernels, N * 24, 1)
    dense.fill(0, 24, 3 * 24)
    const to = kernels.int16(N * WIDTH)
    kernels.placeCentred(dense, N, 24, normal(kernels, 24, 2), 0.7, to, 8, WIDTH)
    return [to]
  },
  unitVectors: (kernels) => {
    const vectors = units(kernels, N, 1)
    vectors.forEach((value, i) => (vectors[i] = i < WIDTH * 900 ? value / 3 : value))
    vectors.fill(0, WIDTH, 2 * WIDTH)
    kernels.unitVectors(vectors, N, WIDTH)
    return [vectors]
  },
  randomNumbers: (kernels) => {
    const out = kernels.float32(100_001)
    kernels.randomNumbers(out, 77)
    return [out]
  },
  along: (kernels) => {
    const out = kernels.float32(N * 2)
    kernels.along(units(kernels, N, 1), N, WIDTH, normal(kernels, 2 * WIDTH, 2), [0.3, -0.1], out)
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
  countWords: (kernels) => {
    const { papers, wholes } = kernels.countWords(tokens(kernels))
    return [papers, wholes]
  },
  countGrams: (kernels) => {
    const few = tokens(kernels, 150)
    return [2, 300].flatMap((least) => {
      const { levels, parents, last, wholes } = kernels.countGrams(few, least)
      return [levels, parents, last, wholes]
    })
  },
  phraseRows: (kernels) => {
    const { rows, titles } = phraseRowsOf(kernels)
    return [titles, ...listsOf(rows)]
  },
  countRows: (kernels) => {
    const { rows, count } = phraseRowsOf(kernels)
    const columnOf = Int32Array.from({ length: count }, (_, phrase) => (phrase % 3 === 0 ? -1 : phrase % 70))
    return [MOST_MENTIONS, IN_TITLE].map((mask) => kernels.countRows(rows, groupsOfPapers(), columnOf, 70, mask))
  },
  countWithin: (kernels) => {
    const { rows, count } = phraseRowsOf(kernels)
    const numberOf = Int32Array.from({ length: count }, (_, phrase) => (phrase % 4 === 0 ? -1 : phrase % 50))
    const columnOf = Int32Array.from({ length: 4 * 50 }, (_, i) => (i % 3 === 0 ? -1 : i % 20))
    const within = { numbers: 50, columnOf, columns: 20, perTable: 2 }
    return [MOST_MENTIONS, IN_TITLE].map((mask) => kernels.countWithin(rows, groupsOfPapers(), numberOf, within, mask))
  },
  shortlists: (kernels) => {
    const { rows, count, singles, titles, papers } = phraseRowsOf(kernels)
    const { starts, papers: members } = groupsOfPapers()
    const random = createRandom(8)
    const known = { papers, titles, all: N, singles }
    const factors = Float64Array.from({ length: count }, () => 0.5 + random.next())
    const wordFactors = Float64Array.from({ length: count }, (_, phrase) => (phrase % 4 === 0 ? 0 : 0.25))
    const wordStarts = Int32Array.from({ length: count + 1 }, (_, i) => i * 3)
    const words = Int32Array.from({ length: count * 3 }, (_, i) => (i % 5 === 0 ? -1 : random.below(singles)))
    const emphasis = Float32Array.from({ length: MOST_MENTIONS + 1 }, (_, i) => i / 7.1)
    const weights = { factors, wordFactors, wordStarts, words, emphasis }
    const lists = kernels.shortlists({ rows, memberStarts: starts, members, ...known, ...weights }, 30)
    return [lists.counts, lists.phrases, lists.papers, lists.scores]
  },
  phraseHits: (kernels) => {
    const { few, sought } = soughtOf(kernels)
    // Room for all, and for hardly any.
    return [100_000, 10].flatMap((expected) => hitsOf(kernels.phraseHits(few, sought, expected)))
  },
  lookAt: (kernels) => {
    const { few, sought, lengths } = soughtOf(kernels)
    const { places, fields, wayStarts, ways } = kernels.lookAt(
      few,
      kernels.phraseHits(few, sought, 100_000),
      lengths,
      40,
    )
    return [places, fields, wayStarts, ways]
  },
  formUses: (kernels) => {
    const { abstracts, running } = kernels.formUses(tokens(kernels), FORMS)
    return [abstracts, running]
  },
}

const FORMS = 700
const WORDS = 400

/** Papers of 0 to 59 tokens, of which up to 9 are the title's; all words frequent, or the first so many. */
function tokens(kernels: Kernels, frequent = WORDS): PhraseTokens {
  const random = createRandom(11)
  const starts = kernels.int32(N + 1)
  for (let i = 0; i < N; i++) starts[i + 1] = starts[i] + ((i * 7) % 60)
  const abstractStarts = copyInt32(
    kernels,
    Int32Array.from({ length: N }, (_, i) => Math.min(starts[i + 1], starts[i] + (i % 10))),
  )
  // Low numbers are the common ones.
  const forms = copyInt32(
    kernels,
    Int32Array.from({ length: starts[N] }, () => Math.floor(FORMS * random.next() ** 3)),
  )
  const flags = kernels.bytes(forms.length)
  flags.forEach((_, t) => (flags[t] = random.below(8) === 0 ? 1 : random.below(6) === 0 ? 2 : 0))
  const words = copyInt32(
    kernels,
    Int32Array.from({ length: FORMS }, (_, form) => ((form % WORDS) << TRAIT_BITS) | random.below(1 << TRAIT_BITS)),
  )
  return { n: N, starts, abstractStarts, forms, flags, words, wordCount: WORDS, frequent, longest: 59 }
}

/** Every second word and gram as a phrase; phrase → papers that have it as a whole, and its length. */
function soughtOf(kernels: Kernels) {
  const few = tokens(kernels, 150)
  const counts = kernels.countWords(few)
  const { parents, last, wholes } = kernels.countGrams(few, 20)
  const papers: number[] = []
  const lengths: number[] = []
  const lengthOf: number[] = Array.from({ length: 150 }, () => 1)
  for (const parent of parents) lengthOf.push(lengthOf[parent] + 1)
  const take = (frequency: number, gram: number): number => {
    if (frequency === 0 || gram % 2 === 1) return 0
    lengths.push(lengthOf[gram])
    return WANTED * papers.push(frequency)
  }
  const words = copyInt32(
    kernels,
    Int32Array.from(counts.wholes.subarray(0, 150), (frequency, word) => LEADS_ON | IS_INNER | take(frequency, word)),
  )
  const singles = papers.length
  const table = gramTable((length) => kernels.int32(length), last.length)
  gramHashes(parents, last, 150).forEach((hash, i) =>
    addGram(table, hash, parents[i], last[i], 150 + i, LEADS_ON | take(wholes[i], 150 + i)),
  )
  const sought = { count: papers.length, words, table }
  return { few, sought, singles, papers: Int32Array.from(papers), lengths: Int32Array.from(lengths) }
}

/** Those phrases in the papers. */
function phraseRowsOf(kernels: Kernels) {
  const { few, sought, ...known } = soughtOf(kernels)
  const [starts, ends] = [kernels.int32(N), kernels.int32(N)]
  const { rows, titles } = kernels.phraseRows(few, kernels.phraseHits(few, sought, 1000), starts, ends)
  return { rows, titles, count: sought.count, ...known }
}

/** The hits shard by shard: where they lie is chance. */
function hitsOf({ phraseBits, starts, ends, hits }: PhraseHits): (number | number[])[] {
  return [phraseBits, ...Array.from(starts, (start, shard) => [...hits.subarray(start, ends[shard])])]
}

function gramHashes(parents: Int32Array, last: Int32Array, words: number): number[] {
  const hashes: number[] = []
  parents.forEach((parent, i) => hashes.push(mixWord(parent < words ? parent : hashes[parent - words], last[i])))
  return hashes
}

/** The rows as lists: where they lie is chance. */
function listsOf({ starts, ends, entries }: PhraseRows): number[][] {
  return Array.from(starts, (start, paper) => [...entries.subarray(start, ends[paper])].sort((a, b) => a - b))
}

/** Three of four papers, in seven groups of which one has a single one. */
function groupsOfPapers(): PaperGroups {
  const papers = Int32Array.from({ length: N }, (_, i) => i).filter((i) => i % 4 !== 3)
  const starts = Int32Array.from([0, 1, 300, 900, 1000, 2000, 3000, papers.length])
  return { starts, papers }
}

/** Bits, since equality of numbers lets −0 pass for 0. */
function bits(values: unknown[]): unknown[] {
  return values.map((value) =>
    ArrayBuffer.isView(value)
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
      : value,
  )
}

describe.each(Object.entries(OTHERS))('%s of WebAssembly', (_, kernels) => {
  it.each(Object.entries(RUNS))('%s as the twin does, bit for bit', (_, run) => {
    const expected = plainKernels.scope(() => bits(run(plainKernels)))
    expect(kernels.scope(() => bits(run(kernels)))).toEqual(expected)
  })
})

it('takes memory back, and hands it out as zeros again', () => {
  const kernels = OTHERS['one thread']
  const places = [1, 2].map(() =>
    kernels.scope(() => {
      const array = kernels.float32(1000)
      expect(array.every((value) => value === 0)).toBe(true)
      array.fill(3)
      return array.byteOffset
    }),
  )
  expect(places[0]).toBe(places[1])
})

it('says so where memory would pass its limit', () => {
  const small = startKernels(1, 1 << 20)
  expect(() => small.float32(1 << 20)).toThrow(/allocation failed: \d+ bytes of at most 1048576/)
})

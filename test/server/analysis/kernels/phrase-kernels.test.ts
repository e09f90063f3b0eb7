import { addGram, gramTable, mixWord } from '../../../../server/analysis/kernels/gram-table.ts'
import { copyInt32, type Kernels } from '../../../../server/analysis/kernels/kernels.ts'
import {
  IN_TITLE,
  IS_INNER,
  LEADS_ON,
  MOST_MENTIONS,
  TRAIT_BITS,
  WANTED,
  type PaperGroups,
  type PhraseHits,
  type PhraseRows,
  type PhraseTokens,
} from '../../../../server/analysis/kernels/phrase-kernels.ts'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { N } from './kernel-input.ts'
import { twinSuite } from './twin-suite.ts'

const FORMS = 700
const WORDS = 400

twinSuite({
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
})

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

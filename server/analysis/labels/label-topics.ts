import { compareCodePoints } from '../../../shared/paper.ts'
import type { Corpus } from '../text/corpus.ts'
import { inflectionStem, stem } from '../text/stem.ts'
import { type Candidate, countInGroups, shortlist } from './phrase-scores.ts'
import type { Phrases } from './phrases.ts'
import { surfacesOf } from './surfaces.ts'

/** How a group of papers is called. */
export interface Label {
  label: string
  /** Readable terms, best first; the first is the label. */
  terms: string[]
}

const TERMS = 8
/** The first term must be in at least this share of the group. */
const FIRST_TERM_COVERAGE = 0.2
/** A word is shown as the phrase it stands in where that phrase is in this share of the word's papers. */
const EXPANSION_COVERAGE = 0.4
/** The same for the first term, which must not be narrower than its group. */
const FIRST_EXPANSION_COVERAGE = 0.6
/**
 * A single word names a group only where it scores so many times better than the best phrase of several words. In a handful of papers
 * few phrases occur twice, so there a word need not lead by much.
 */
const SINGLE_WORD_LEAD = 1.6
const SINGLE_WORD_LEAD_OF_FEW = 1.05
const FEW = 20
/** What more than this share of the other papers speak of too names nothing. */
const MOST_ELSEWHERE = 0.2

/**
 * Names groups of papers: first the best phrase that covers a fifth of the group, then its most telling words, each as the
 * phrase it mostly stands in. No two groups get the same label; terms that say the same are dropped.
 * `groupOf`: paper → group 0…k−1, −1 for none. A group without any phrase gets an empty list of terms.
 */
export function labelGroups(corpus: Corpus, phrases: Phrases, groupOf: Int32Array, k: number): Label[] {
  const counts = countInGroups(phrases, groupOf, k)
  const shortlists = Array.from({ length: k }, (_, group) => shortlist(corpus, phrases, counts, group))
  const wanted = [...new Set(shortlists.flatMap((list) => list.map(({ phrase }) => phrase)))].sort((a, b) => a - b)
  const surfaces = surfacesOf(
    corpus,
    wanted.map((phrase) => phrases.stems[phrase]),
  )
  const surfaceOf = new Map(wanted.map((phrase, i) => [phrase, surfaces[i]]))

  const taken = new Set<string>()
  // The group whose best phrase fits best chooses first.
  const order = shortlists
    .map((_, group) => group)
    .sort((a, b) => (shortlists[b][0]?.score ?? 0) - (shortlists[a][0]?.score ?? 0) || a - b)
  const labels: Label[] = Array.from({ length: k }, () => ({ label: '', terms: [] }))
  for (const group of order) {
    const terms = pickTerms(shortlists[group], phrases, surfaceOf, counts.sizes[group], taken)
    taken.add(keyOf(terms[0] ?? ''))
    labels[group] = { label: terms[0] ?? '', terms }
  }
  return labels
}

function pickTerms(
  list: readonly Candidate[],
  phrases: Phrases,
  surfaceOf: ReadonlyMap<number, string>,
  size: number,
  taken: ReadonlySet<string>,
): string[] {
  const chosen: { phrase: number; key: string; words: Set<string> }[] = []
  const text = (phrase: number): string => surfaceOf.get(phrase) ?? ''
  const add = (phrase: number): void => {
    chosen.push({ phrase, key: keyOf(text(phrase)), words: new Set(keyOf(text(phrase)).split(' ')) })
  }
  const isNew = (phrase: number): boolean => {
    const words = keyOf(text(phrase)).split(' ')
    return !chosen.some(
      (other) => words.every((word) => other.words.has(word)) || [...other.words].every((word) => words.includes(word)),
    )
  }

  // Each candidate as it would be shown; what another group is called already is out.
  const free = list
    .map((candidate) => ({ ...candidate, shown: longest(candidate, list, phrases, FIRST_EXPANSION_COVERAGE).phrase }))
    .filter(({ shown }) => !taken.has(keyOf(text(shown))))
  const covers = ({ papers, elsewhere }: Candidate): boolean =>
    papers >= FIRST_TERM_COVERAGE * size && elsewhere <= MOST_ELSEWHERE
  const first =
    // A synonym is one term of perhaps several words: what is written counts.
    free.find((candidate) => covers(candidate) && /[ -]/.test(text(candidate.shown))) ?? free.find(covers) ?? free[0]
  if (first === undefined) return []
  const single = free.find((candidate) => covers(candidate))
  // A word that fits far better than any phrase is the better name: `unlearning`, not `knowledge unlearning`.
  add(
    single !== undefined && single.score > (size < FEW ? SINGLE_WORD_LEAD_OF_FEW : SINGLE_WORD_LEAD) * first.score
      ? single.shown
      : first.shown,
  )
  for (const candidate of list) {
    if (chosen.length >= TERMS) break
    const shown = longest(candidate, list, phrases, EXPANSION_COVERAGE).phrase
    if (isNew(shown)) add(shown)
  }
  return chosen.map(({ phrase }) => text(phrase))
}

/** The best phrase that holds all words of a candidate in order and stands in enough of its papers, else the candidate. */
function longest(candidate: Candidate, list: readonly Candidate[], phrases: Phrases, coverage: number): Candidate {
  const words = phrases.stems[candidate.phrase]
  const needed = words.length === 1 ? coverage : 0.6
  let best = candidate
  for (const other of list) {
    const stems = phrases.stems[other.phrase]
    if (
      stems.length <= phrases.stems[best.phrase].length ||
      other.papers < needed * candidate.papers ||
      other.papers < 2
    )
      continue
    if (contains(stems, words)) best = other
  }
  return best
}

function contains(longer: Int32Array, shorter: Int32Array): boolean {
  for (let i = 0; i + shorter.length <= longer.length; i++) {
    let j = 0
    while (j < shorter.length && longer[i + j] === shorter[j]) j++
    if (j === shorter.length) return true
  }
  return false
}

/** What two ways of writing one term share: Porter stems without case and hyphens. */
export function keyOf(term: string): string {
  return term
    .toLowerCase()
    .split(/[ -]/)
    .map((word) => stem(inflectionStem(word)))
    .sort(compareCodePoints)
    .join(' ')
}

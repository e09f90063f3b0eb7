import type { PhraseName, PhraseNames } from './phrase-names.ts'
import type { Candidate } from './phrase-scores.ts'
import type { Shape } from './phrase-shapes.ts'

const TERMS = 8
/** The first term must be in at least this share of the group, or in this one where no phrase of several words is. */
const FIRST_COVERAGE = 0.2
const LEAST_FIRST_COVERAGE = 0.1
/** In a handful of papers a fifth is one paper: a first term wants so many, or half of the group. */
const FIRST_PAPERS = 3
/** A word is shown as the phrase it stands in where that phrase is in this share of the word's papers. */
const EXPANSION_COVERAGE = 0.4
/** The same for the first term, which must not be narrower than its group, and for phrases. */
const FIRST_EXPANSION_COVERAGE = 0.6
/**
 * A single word names a group only where it scores so many times better than the best phrase of several words. In a handful of papers
 * few phrases occur twice, so there a word need not lead by much.
 */
const SINGLE_WORD_LEAD = 1.8
const SINGLE_WORD_LEAD_OF_FEW = 1.05
const FEW = 20
/** What more than this share of the other papers speak of too names nothing. */
const MOST_ELSEWHERE = 0.2
/** What so often stands right before another word is an adjective (`semantic`, `multi-agent`), and a single word right behind one. */
const ADJECTIVE = 0.75
const ADJECTIVE_WORTH = 0.4
/** A term must be in this share of the group. */
const LEAST_COVERAGE = 0.04
/** Terms that may have a word in common. */
const MOST_WITH_WORD = 2

/** What is known of the phrases that any group may take. */
export interface Choice {
  names: PhraseNames
  shapes: ReadonlyMap<number, Shape>
}

/** A candidate and the phrase that it would be shown as. */
interface Name extends Candidate {
  shown: number
  /** Whether that is a single word. */
  isSingle: boolean
}

/**
 * The terms of a group, best first, as phrases; the first names it. `list` are its best phrases, `size` its papers, `taken` the keys
 * and letters of the names that other groups have.
 */
export function pickTerms(
  { names, shapes }: Choice,
  list: readonly Candidate[],
  size: number,
  taken: ReadonlySet<string>,
): number[] {
  const usual = Math.max(FIRST_COVERAGE * size, Math.min(FIRST_PAPERS, size / 2))
  const whole = list.filter(({ phrase }) => !shapes.get(phrase)!.isFragment)

  const chosen: { phrase: number; name: PhraseName }[] = []
  const add = (phrase: number): void => {
    chosen.push({ phrase, name: names.of(phrase) })
  }
  const isNew = (phrase: number): boolean => {
    const { words, rival } = names.of(phrase)
    return (
      !chosen.some(({ name }) => name.letters === rival) &&
      !chosen.some(({ name }) => includes(name.words, words) || includes(words, name.words)) &&
      [...words].every((word) => chosen.filter(({ name }) => name.words.has(word)).length < MOST_WITH_WORD)
    )
  }

  const first = firstTerm()
  if (first === undefined) return []
  add(first)
  for (const candidate of whole) {
    if (candidate.papers < LEAST_COVERAGE * size) continue
    if (chosen.length >= TERMS) break
    const { phrase } = longest(candidate, whole, EXPANSION_COVERAGE)
    if (isNew(phrase)) add(phrase)
  }
  return chosen.map(({ phrase }) => phrase)

  function firstTerm(): number | undefined {
    // Each candidate as it would be shown.
    const all = list.map((candidate): Name => {
      const { phrase, stems } = longest(candidate, list, FIRST_EXPANSION_COVERAGE)
      return { ...candidate, shown: phrase, isSingle: names.isSingle(stems) }
    })
    const fitting = all.filter(({ shown, elsewhere }) => elsewhere <= MOST_ELSEWHERE && !shapes.get(shown)!.isFragment)
    const single = best(fitting.filter(({ isSingle, papers }) => isSingle && papers >= usual))
    const phrase = best(fitting.filter(({ isSingle, papers }) => !isSingle && papers >= LEAST_FIRST_COVERAGE * size))
    const name = phrase ?? single ?? best(fitting) ?? all.find(isFree)
    // A word that fits far better than any phrase is the better name: `unlearning`, not `knowledge unlearning`.
    const lead = size < FEW ? SINGLE_WORD_LEAD_OF_FEW : SINGLE_WORD_LEAD
    return single !== undefined && worth(single) > lead * worth(name ?? single) ? single.shown : name?.shown
  }

  /** Whether no other group is called so. */
  function isFree({ shown }: Name): boolean {
    const { key, rival } = names.of(shown)
    return !taken.has(key) && !taken.has(rival)
  }

  /** The candidate that is worth most as a name and free, the earlier of equals. Names are dear: most candidates never need one. */
  function best(candidates: readonly Name[]): Name | undefined {
    const sorted = candidates.map((name, i) => ({ name, i, worth: worth(name) }))
    return sorted.sort((a, b) => b.worth - a.worth || a.i - b.i).find(({ name }) => isFree(name))?.name
  }

  /** The score, less for an adjective and where fewer papers have the phrase than a first term should be in. */
  function worth({ score, papers, shown, isSingle }: Name): number {
    const { describes, described } = shapes.get(shown)!
    const isAdjective = describes >= ADJECTIVE || (described >= ADJECTIVE && isSingle)
    return score * (isAdjective ? ADJECTIVE_WORTH : 1) * Math.min(1, papers / usual)
  }
}

/** The best phrase that holds all words of a candidate in order and stands in enough of its papers, else the candidate. */
function longest(candidate: Candidate, list: readonly Candidate[], coverage: number): Candidate {
  const words = candidate.stems
  const needed = words.length === 1 ? coverage : FIRST_EXPANSION_COVERAGE
  let best = candidate
  for (const other of list) {
    if (
      other.stems.length <= best.stems.length ||
      other.papers < needed * candidate.papers ||
      other.papers < 2 ||
      !contains(other.stems, words)
    )
      continue
    best = other
  }
  return best
}

function includes(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const word of others) if (!words.has(word)) return false
  return true
}

function contains(longer: Int32Array, shorter: Int32Array): boolean {
  for (let i = 0; i + shorter.length <= longer.length; i++) {
    let j = 0
    while (j < shorter.length && longer[i + j] === shorter[j]) j++
    if (j === shorter.length) return true
  }
  return false
}

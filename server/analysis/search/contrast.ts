import type { ContrastTerm } from '../../../shared/contrast.ts'
import { log } from '../math/elementary.ts'
import { singular } from '../text/stem.ts'
import { ACADEMIC_WORDS } from '../text/stop-words.ts'
import type { TextIndex } from './text-index.ts'

/** Weight of the prior: as if so many words had been read before, spread as in the whole collection. */
const PRIOR_WORDS = 500
/** Standard errors on each side of a 95% interval. */
const Z95 = 1.959964

/** The terms of each of two sets, most telling first. */
export interface ContrastTerms {
  a: ContrastTerm[]
  b: ContrastTerm[]
}

/** A term while it is counted. */
interface Count {
  /** The one of its words that is used most. */
  word: string
  /** Papers of the first set, of the second, of the collection that hold it. */
  a: number
  b: number
  all: number
}

/**
 * The terms that set two sets of papers (numbers in the index) apart, at most `most` a side, most telling first: log-odds with an
 * informative Dirichlet prior, over papers that hold the term. Papers of both sets count on neither side; terms held by fewer than
 * two papers are left out, and words to be `ignored`. Source: Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16 (2008), with paper counts for
 * word counts.
 */
export function contrast(
  index: TextIndex,
  a: Iterable<number>,
  b: Iterable<number>,
  most = 20,
  ignored: readonly string[] = [],
): ContrastTerms {
  const { counts, totals } = countTerms(index, a, b, wordsByTerm(index, ignored))
  const found: ContrastTerm[] = []
  for (const term of counts) {
    if (term.a + term.b < 2) continue
    const prior = (PRIOR_WORDS * term.all) / totals.all
    const odds = (count: number, sum: number): number => log((count + prior) / (sum + PRIOR_WORDS - count - prior))
    const logOdds = odds(term.a, totals.a) - odds(term.b, totals.b)
    const error = Math.sqrt(1 / (term.a + prior) + 1 / (term.b + prior))
    found.push({
      term: index.shown.get(term.word) ?? term.word,
      logOdds: round(logOdds),
      low: round(logOdds - Z95 * error),
      high: round(logOdds + Z95 * error),
      z: round(logOdds / error),
      papersA: term.a,
      papersB: term.b,
    })
  }
  // Words come sorted by code point, and a stable sort keeps that among equals.
  const side = (sign: 1 | -1): ContrastTerm[] =>
    found
      .filter(({ z }) => z * sign > 0)
      .sort((x, y) => (y.z - x.z) * sign)
      .slice(0, most)
  return { a: side(1), b: side(-1) }
}

function countTerms(
  index: TextIndex,
  a: Iterable<number>,
  b: Iterable<number>,
  terms: ReadonlyMap<string, readonly number[]>,
): { counts: Count[]; totals: Omit<Count, 'word'> } {
  const side = new Uint8Array(index.ids.length)
  for (const paper of a) side[paper] |= 1
  for (const paper of b) side[paper] |= 2
  const totals = { a: 0, b: 0, all: 0 }
  /** Paper → the last term that it was counted for. */
  const counted = new Int32Array(index.ids.length).fill(-1)
  const counts = [...terms.values()].map((words, term): Count => {
    const count: Count = { word: '', a: 0, b: 0, all: 0 }
    let most = 0
    for (const w of words) {
      let own = 0
      for (let o = index.starts[w]; o < index.starts[w + 1]; o++) {
        const paper = index.papers[o]
        // One side of a hyphen says little by itself: `fine` in `fine-tuning`.
        if (index.isPart[o] === 1) continue
        own++
        if (counted[paper] === term) continue
        counted[paper] = term
        count.all++
        if (side[paper] === 1) count.a++
        else if (side[paper] === 2) count.b++
      }
      if (own > most) {
        count.word = index.words[w]
        most = own
      }
    }
    totals.a += count.a
    totals.b += count.b
    totals.all += count.all
    return count
  })
  return { counts, totals }
}

/** Words that fold to one by number (`image`, `images`), by their numbers; without those that say nothing of a subject. */
function wordsByTerm(index: TextIndex, ignored: readonly string[]): Map<string, number[]> {
  const left = new Set(ignored.map((form) => singular(form.toLowerCase().replaceAll('-', ''))))
  const terms = new Map<string, number[]>()
  index.words.forEach((word, w) => {
    if (index.joined[w] === 1 || ACADEMIC_WORDS.has(word) || !/\p{L}{2}/u.test(word)) return
    const key = singular(word)
    if (left.has(key)) return
    const words = terms.get(key)
    if (words === undefined) terms.set(key, [w])
    else words.push(w)
  })
  return terms
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4

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

/** A term while it is counted: its words fold by number, and it is shown as most papers write it. */
interface Count {
  word: string
  /** Papers that hold the word it is shown as. */
  shownIn: number
  /** Papers of the first set, of the second, of the collection; a paper with singular and plural counts once for each. */
  a: number
  b: number
  all: number
}

/**
 * The terms that set two sets of papers (numbers in the index) apart, at most `most` a side, most telling first: log-odds with an
 * informative Dirichlet prior, over papers that hold the term. Papers of both sets count on neither side; terms held by fewer than
 * two papers are left out. Source: Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16 (2008), with paper counts for
 * word counts.
 */
export function contrast(index: TextIndex, a: Iterable<number>, b: Iterable<number>, most = 20): ContrastTerms {
  const { counts, totals } = countTerms(index, a, b)
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
): { counts: Count[]; totals: Omit<Count, 'word' | 'shownIn'> } {
  const side = new Uint8Array(index.ids.length)
  for (const paper of a) side[paper] |= 1
  for (const paper of b) side[paper] |= 2
  const counts = new Map<string, Count>()
  const totals = { a: 0, b: 0, all: 0 }
  index.words.forEach((word, w) => {
    if (index.joined[w] === 1 || ACADEMIC_WORDS.has(word) || !/\p{L}{2}/u.test(word)) return
    let [inA, inB, all, last] = [0, 0, 0, -1]
    for (let o = index.starts[w]; o < index.starts[w + 1]; o++) {
      const paper = index.papers[o]
      if (paper === last) continue
      last = paper
      all++
      if (side[paper] === 1) inA++
      else if (side[paper] === 2) inB++
    }
    const key = singular(word)
    const term = counts.get(key) ?? { word, shownIn: 0, a: 0, b: 0, all: 0 }
    if (all > term.shownIn) {
      term.word = word
      term.shownIn = all
    }
    term.a += inA
    term.b += inB
    term.all += all
    counts.set(key, term)
    totals.a += inA
    totals.b += inB
    totals.all += all
  })
  return { counts: [...counts.values()], totals }
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4

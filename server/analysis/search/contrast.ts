import type { ContrastTerm } from '../../../shared/contrast.ts'
import { log } from '../math/elementary.ts'
import { countInSets, type TermCounts } from './count-terms.ts'
import { findTerm } from './index-terms.ts'
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

/**
 * The terms that set two sets of papers (numbers in the index) apart, at most `most` a side, most telling first. Papers of both sets
 * count on neither side; words to be `ignored` are left out, and what `contrastCounts` leaves out.
 */
export function contrast(
  index: TextIndex,
  a: Iterable<number>,
  b: Iterable<number>,
  most = 20,
  ignored: readonly string[] = [],
): ContrastTerms {
  return contrastCounts(index, countInSets(index, a, b), most, ignored)
}

/**
 * The same from counts: log-odds with an informative Dirichlet prior, over papers that hold the term; terms held by fewer than two
 * papers are left out. Source: Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16 (2008), with paper counts for
 * word counts.
 */
export function contrastCounts(
  index: TextIndex,
  counts: TermCounts,
  most: number,
  ignored: readonly string[],
): ContrastTerms {
  const { terms } = index
  const isLeftOut = new Uint8Array(terms.papers.length)
  for (const word of ignored) {
    const term = findTerm(index.words, terms, word)
    if (term !== undefined) isLeftOut[term] = 1
  }
  const totals = sumUp(terms.papers, counts, isLeftOut)
  const odds = (count: number, sum: number, prior: number): number =>
    log((count + prior) / (sum + PRIOR_WORDS - count - prior))
  const measure = (term: number) => {
    const [a, b] = [counts.a[term], counts.b[term]]
    const prior = (PRIOR_WORDS * terms.papers[term]) / totals.all
    const logOdds = odds(a, totals.a, prior) - odds(b, totals.b, prior)
    return { logOdds, error: Math.sqrt(1 / (a + prior) + 1 / (b + prior)) }
  }
  const sides = { a: new Best(most), b: new Best(most) }
  const { a: ofA, b: ofB } = counts
  const priorOfOne = PRIOR_WORDS / totals.all
  const [wholeA, wholeB] = [totals.a + PRIOR_WORDS, totals.b + PRIOR_WORDS]
  /** Squares of what a term must exceed to be among the best. */
  let [leastA, leastB] = [0, 0]
  for (let term = 0; term < isLeftOut.length; term++) {
    const [a, b] = [ofA[term], ofB[term]]
    if (a + b < 2 || isLeftOut[term] === 1) continue
    const prior = priorOfOne * terms.papers[term]
    const [inA, inB] = [a + prior, b + prior]
    const x = inA * (wholeB - inB)
    const y = inB * (wholeA - inA)
    // Most terms are far from the best, and a logarithm is dear, as are divisions: of the ratio r = x/y it is at most √r − 1/√r, whose square is
    // (x − y)²/xy; the square of its error is 1/inA + 1/inB.
    if ((x - y) * (x - y) * (inA * inB) < (x > y ? leastA : leastB) * (inA + inB) * (x * y)) continue
    const { logOdds, error } = measure(term)
    const z = round(logOdds / error)
    if (z > 0) {
      sides.a.add(term, z)
      leastA = sides.a.least ** 2
    } else if (z < 0) {
      sides.b.add(term, -z)
      leastB = sides.b.least ** 2
    }
  }
  const describe = (term: number): ContrastTerm => {
    const { logOdds, error } = measure(term)
    const word = index.words.at(terms.usual[term])!
    return {
      term: index.shown.get(word) ?? word,
      logOdds: round(logOdds),
      low: round(logOdds - Z95 * error),
      high: round(logOdds + Z95 * error),
      z: round(logOdds / error),
      papersA: counts.a[term],
      papersB: counts.b[term],
    }
  }
  return { a: sides.a.items.map(describe), b: sides.b.items.map(describe) }
}

function sumUp(
  papers: Int32Array,
  { a: ofA, b: ofB }: TermCounts,
  isLeftOut: Uint8Array,
): { a: number; b: number; all: number } {
  let [a, b, all] = [0, 0, 0]
  for (let term = 0; term < papers.length; term++) {
    if (isLeftOut[term] === 1) continue
    a += ofA[term]
    b += ofB[term]
    all += papers[term]
  }
  return { a, b, all }
}

/** The terms of the highest values, best first; among equals, those that came first. */
class Best {
  readonly items: number[] = []
  readonly #values: number[] = []
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** No lower value has a chance; a little less than the last one that is in, since values are rounded. */
  get least(): number {
    return this.items.length < this.#most ? 0 : Math.max(0, this.#values[this.#most - 1] - 0.001)
  }

  add(term: number, value: number): void {
    if (this.items.length === this.#most && value <= this.#values[this.#most - 1]) return
    let at = this.items.length
    while (at > 0 && this.#values[at - 1] < value) at--
    this.items.splice(at, 0, term)
    this.#values.splice(at, 0, value)
    if (this.items.length > this.#most) {
      this.items.pop()
      this.#values.pop()
    }
  }
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4

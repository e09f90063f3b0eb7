import type { ContrastTerm, ContrastTerms } from '../../../shared/contrast.ts'
import { log } from '../math/elementary.ts'
import { singular } from '../text/stem.ts'
import { ACADEMIC_WORDS } from '../text/stop-words.ts'
import type { TextIndex } from './text-index.ts'

/** Weight of the prior: as if so many words had been read before, spread as in the whole collection. */
const PRIOR_WORDS = 500

/**
 * The terms that set two sets of papers (numbers in the index) apart, `most` a side, most telling first: log-odds with an
 * informative Dirichlet prior, over papers that hold the term. Terms held by fewer than two papers are left out.
 * Source: Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16 (2008), with paper counts for word counts.
 */
export function contrast(index: TextIndex, a: Iterable<number>, b: Iterable<number>, most = 20): ContrastTerms {
  const side = new Uint8Array(index.ids.length)
  for (const paper of a) side[paper] |= 1
  for (const paper of b) side[paper] |= 2

  const terms = new Map<string, { shown: string; shownIn: number; a: number; b: number; all: number }>()
  let [totalA, totalB, total] = [0, 0, 0]
  index.words.forEach((word, w) => {
    if (index.joined[w] === 1 || ACADEMIC_WORDS.has(word) || !/\p{L}{2}/u.test(word)) return
    let [inA, inB, all, last] = [0, 0, 0, -1]
    for (let o = index.starts[w]; o < index.starts[w + 1]; o++) {
      const paper = index.papers[o]
      if (paper === last) continue
      last = paper
      all++
      if ((side[paper] & 1) !== 0) inA++
      if ((side[paper] & 2) !== 0) inB++
    }
    const key = singular(word)
    const term = terms.get(key) ?? { shown: word, shownIn: 0, a: 0, b: 0, all: 0 }
    if (all > term.shownIn) {
      term.shown = word
      term.shownIn = all
    }
    term.a += inA
    term.b += inB
    term.all += all
    terms.set(key, term)
    totalA += inA
    totalB += inB
    total += all
  })

  const found: ContrastTerm[] = []
  for (const term of terms.values()) {
    if (term.a + term.b < 2) continue
    const prior = (PRIOR_WORDS * term.all) / total
    const odds = (count: number, sum: number): number => log((count + prior) / (sum + PRIOR_WORDS - count - prior))
    const logOdds = odds(term.a, totalA) - odds(term.b, totalB)
    const z = logOdds / Math.sqrt(1 / (term.a + prior) + 1 / (term.b + prior))
    found.push({ term: term.shown, logOdds: round(logOdds), z: round(z), papersA: term.a, papersB: term.b })
  }
  // Words come sorted by code point, and a stable sort keeps that among equals.
  // Words come sorted by code point, and a stable sort keeps that among equals.
  return {
    a: found
      .filter(({ z }) => z > 0)
      .sort((x, y) => y.z - x.z)
      .slice(0, most),
    b: found
      .filter(({ z }) => z < 0)
      .sort((x, y) => x.z - y.z)
      .slice(0, most),
  }
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4

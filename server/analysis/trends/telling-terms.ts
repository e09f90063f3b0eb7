import type { DriftTerm, TopicDrift } from '../../../shared/topic-drift.ts'
import { log } from '../math/elementary.ts'
import type { Timespan } from './timeline.ts'

/** Stretches that a topic's time is cut into, and papers that each should hold. */
const STRETCHES = 3
const LEAST_PAPERS = 10
const TERMS = 6
/** Standard errors beyond which a term sets a stretch apart. */
const LEAST_Z = 1.96
/** Weight of the prior: as if so many papers had been seen before, spread as in the whole topic. */
const PRIOR = 10

/**
 * Cuts a topic's time into three stretches of about equally many papers, and names the terms that set each apart from the rest of the
 * topic, most telling first: log-odds with an informative Dirichlet prior, in standard errors.
 * Source: Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16 (2008), with paper counts for word counts.
 */
export function tellingTerms(
  { periods, totals }: Timespan,
  terms: readonly Pick<DriftTerm, 'term' | 'counts'>[],
): TopicDrift['stretches'] {
  const all = totals.reduce((a, b) => a + b, 0)
  return cut(totals, all).map(({ from, to }) => {
    const size = sum(totals, from, to)
    const rest = all - size
    const told = terms.map(({ term, counts }) => {
      const inside = sum(counts, from, to)
      const outside = counts.reduce((a, b) => a + b, 0) - inside
      const prior = (PRIOR * (inside + outside)) / all
      if (inside === 0 || rest === 0) return { term, z: 0 }
      const odds = (count: number, of: number): number => log((count + prior) / (of - count + PRIOR - prior))
      const error = Math.sqrt(1 / (inside + prior) + 1 / (outside + prior))
      return { term, z: (odds(inside, size) - odds(outside, rest)) / error }
    })
    const telling = told.filter(({ z }) => z > LEAST_Z).sort((a, b) => b.z - a.z)
    return {
      from: periods[from].label,
      to: periods[to].label,
      papers: size,
      terms: telling.slice(0, TERMS).map(({ term }) => term),
    }
  })
}

/** Stretches that end where a third, two thirds and all of the papers are reached; fewer where the papers are few. */
function cut(totals: Int32Array, all: number): { from: number; to: number }[] {
  const count = Math.min(STRETCHES, Math.floor(all / LEAST_PAPERS))
  const stretches: { from: number; to: number }[] = []
  let from = totals.findIndex((total) => total > 0)
  if (from < 0 || count === 0) return []
  let before = 0
  let last = from
  totals.forEach((total, i) => {
    before += total
    if (total > 0) last = i
    if (before < ((stretches.length + 1) * all) / count || i < from) return
    stretches.push({ from, to: last })
    from = i + 1
  })
  return stretches
}

function sum(values: ArrayLike<number>, from: number, to: number): number {
  let total = 0
  for (let i = from; i <= to; i++) total += values[i]
  return total
}

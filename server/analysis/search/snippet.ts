import type { TextRange } from '../../../shared/search.ts'
import { sentencesOf } from './sentences.ts'

/** A stretch that matches, and which phrase of the query it matches. */
export interface Hit extends TextRange {
  phrase: number
}

/** Characters of a snippet, about. */
const LENGTH = 200
/** Characters that stand before the first hit, at least where there are so many. */
const LEAD = 40
/** A sentence that begins so near before it is shown from its start. */
const NEAR_START = 90

/**
 * The part of a text that holds most of the phrases that were asked for, then most hits (ties: the first). `hits` ascend and are not
 * empty. `text` is cut at words, with `…` at each cut end; unit i of it is unit from + i − shift of the whole.
 */
export function cutSnippet(whole: string, hits: readonly Hit[]): { text: string; from: number; shift: number } {
  let best = { at: 0, worth: -1 }
  hits.forEach((hit, at) => {
    const inside = hits.filter(({ start, end }) => start >= hit.start && end <= hit.start + LENGTH - LEAD)
    const worth = new Set(inside.map(({ phrase }) => phrase)).size * 100 + Math.min(99, inside.length)
    if (worth > best.worth) best = { at, worth }
  })
  const from = beginning(whole, hits[best.at].start)
  const to = ending(whole, Math.max(from + LENGTH, hits[best.at].end))
  const [before, after] = [from > 0 ? '…' : '', to < whole.length ? '…' : '']
  return { text: `${before}${whole.slice(from, to)}${after}`, from, shift: before.length }
}

function beginning(whole: string, hit: number): number {
  if (hit <= LEAD) return 0
  let start = 0
  for (const sentence of sentencesOf(whole)) {
    if (start + sentence.length > hit) break
    start += sentence.length
  }
  if (hit - start <= NEAR_START) return start
  const space = whole.indexOf(' ', hit - LEAD)
  return space < 0 || space >= hit ? hit : space + 1
}

function ending(whole: string, wanted: number): number {
  if (wanted >= whole.length) return whole.length
  const space = whole.lastIndexOf(' ', wanted)
  return space < wanted - LEAD ? wanted : space
}

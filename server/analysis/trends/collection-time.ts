import type { BinChoice } from '../../../shared/period.ts'
import type { TrendField } from '../../../shared/trend.ts'
import { fieldNames } from '../search/field-names.ts'
import type { TextIndex } from '../search/text-index.ts'
import type { Dispersion } from './dispersion.ts'
import { learnPrior } from './dispersion-prior.ts'
import { sampleWords } from './sample-words.ts'
import { buildTimeline, type Timeline } from './timeline.ts'
import { findTraps, type Traps } from './traps.ts'

/** The timeline of a collection and what in its papers forges trends. */
export interface CollectionTime {
  timeline: Timeline
  traps: Traps
  /** How much the words of these papers vary from period to period. */
  prior: Dispersion
}

/** What was found for a choice of bin and fields over a part of the papers; null for all of them. */
interface Known {
  choice: string
  members: Uint8Array | null
  time: CollectionTime
}

/** Index → what was found last, the newest first: whoever counts within a set asks again and again. An index never changes. */
const KNOWN = new WeakMap<TextIndex, Known[]>()
const MOST_KNOWN = 12

/** The timeline of an index, or of a part of its papers (paper → 1 where it belongs to it); `fields`: null for the usual. */
export function timeOf(
  index: TextIndex,
  bin: BinChoice,
  fields: readonly TrendField[] | null,
  members: Uint8Array | null,
): CollectionTime {
  const choice = `${bin} ${fields?.join(',') ?? ''}`
  const list = KNOWN.get(index) ?? []
  const known = list.find((one) => one.choice === choice && areSame(one.members, members)) ?? {
    choice,
    members,
    time: find(index, bin, fields, members),
  }
  KNOWN.set(index, [known, ...list.filter((one) => one !== known)].slice(0, MOST_KNOWN))
  return known.time
}

function areSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b
  for (let paper = 0; paper < a.length; paper++) if (a[paper] !== b[paper]) return false
  return true
}

function find(
  index: TextIndex,
  bin: BinChoice,
  fields: readonly TrendField[] | null,
  members: Uint8Array | null,
): CollectionTime {
  const timeline = buildTimeline(index, bin, members)
  const columns = { ...index, venue: fieldNames(index, 'venue'), source: fieldNames(index, 'source') }
  const traps = findTraps(timeline, columns, fields)
  return { timeline, traps, prior: learnPrior(timeline, sampleWords(index, timeline, traps.fields)) }
}

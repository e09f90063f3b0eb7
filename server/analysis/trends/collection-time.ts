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

/** Index → what was last found for each choice of bin and fields over all its papers. An index never changes. */
const KNOWN = new WeakMap<TextIndex, Map<string, CollectionTime>>()

/** The timeline of an index, or of a part of its papers (paper → 1 where it belongs to it); `fields`: null for the usual. */
export function timeOf(
  index: TextIndex,
  bin: BinChoice,
  fields: readonly TrendField[] | null,
  members: Uint8Array | null,
): CollectionTime {
  if (members !== null) return find(index, bin, fields, members)
  const known = KNOWN.get(index) ?? new Map<string, CollectionTime>()
  KNOWN.set(index, known)
  const key = `${bin} ${fields?.join(',') ?? ''}`
  const time = known.get(key) ?? find(index, bin, fields, null)
  known.set(key, time)
  return time
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

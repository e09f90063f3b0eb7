import type { TrendField } from '../../../shared/trend.ts'
import { ABSTRACT_START } from '../search/places.ts'
import type { TextIndex } from '../search/text-index.ts'
import type { Timeline } from './timeline.ts'

/** Words that are counted, and occurrences that a word must have to be worth it. */
const SAMPLE = 400
const LEAST_OCCURRENCES = 30
/** The most frequent would take as long as all others, and say no more. */
const MOST_OCCURRENCES = 20_000

/** Papers of each period that hold a word, for some hundred words spread over the alphabet: how the words of these papers vary. */
export function sampleWords(index: TextIndex, timeline: Timeline, fields: readonly TrendField[]): Int32Array[] {
  const usable: number[] = []
  for (let w = 0; w < index.words.length; w++) {
    const count = index.counts[w]
    if (count < LEAST_OCCURRENCES || count > MOST_OCCURRENCES) continue
    // Words of other fields come with an @.
    if (index.joined[w] === 0 && !index.words.at(w)!.startsWith('@')) usable.push(w)
  }
  const stride = Math.max(1, usable.length / SAMPLE)
  const series: Int32Array[] = []
  for (let at = 0; at < usable.length; at += stride) {
    const w = usable[Math.floor(at)]
    const counts = new Int32Array(timeline.periods.length)
    let last = -1
    const [from, to] = [index.begins[w], index.begins[w] + index.counts[w]]
    const papers = index.occurrences.papers(from, to)
    const places = index.occurrences.places(from, to)
    for (let o = 0; o < papers.length; o++) {
      const paper = papers[o]
      if (paper === last || !fields.includes(places[o] < ABSTRACT_START ? 'title' : 'abstract')) continue
      last = paper
      if (timeline.periodOf[paper] >= 0) counts[timeline.periodOf[paper]]++
    }
    series.push(counts)
  }
  return series
}

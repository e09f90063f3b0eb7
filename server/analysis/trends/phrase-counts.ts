import { PHRASES_MAX } from '../../../shared/trend.ts'
import { GENERIC_WORDS } from '../labels/generic-words.ts'
import { occurrencesOf } from '../labels/occurrences.ts'
import { shapesOf } from '../labels/phrase-shapes.ts'
import { IN_TITLE, type Phrases } from '../labels/phrases.ts'
import { surfacesOf } from '../labels/surfaces.ts'
import type { Corpus } from '../text/corpus.ts'
import { LEAST_PAPERS } from './test-series.ts'
import type { Timeline } from './timeline.ts'

/** The phrases that are followed over time. */
export interface PhraseCounts {
  /** As people write them. */
  labels: string[]
  /** Phrase → papers that hold it, dated or not. */
  papers: Int32Array
  /** Phrase → papers of each period that hold it. */
  counts: Int32Array[]
  /** Where the phrases of paper i start in `held`: length n + 1. */
  starts: Int32Array
  /** Numbers of the phrases of each paper. */
  held: Int32Array
}

/**
 * Counts the phrases that most dated papers hold, at most 5,000, in each period. `titlesOnly`: in titles, else in titles and abstracts.
 * Phrases in fewer than ten papers cannot be tested; pieces torn off longer ones (`large language`) and words that name nothing by
 * themselves (`performance`) say nothing of their own.
 */
export function countPhrases(corpus: Corpus, phrases: Phrases, timeline: Timeline, titlesOnly: boolean): PhraseCounts {
  const counted = (at: number): boolean => !titlesOnly || (phrases.mentions[at] & IN_TITLE) !== 0
  const dated = new Int32Array(phrases.count)
  for (let paper = 0; paper < corpus.n; paper++) {
    if (timeline.periodOf[paper] < 0) continue
    for (let at = phrases.starts[paper]; at < phrases.starts[paper + 1]; at++) {
      if (counted(at)) dated[phrases.phrases[at]]++
    }
  }
  const frequent = Array.from(dated.keys())
    .filter((phrase) => dated[phrase] >= LEAST_PAPERS && !isGeneric(corpus, phrases.stems[phrase]))
    .sort((a, b) => dated[b] - dated[a] || a - b)
    // About a third are fragments.
    .slice(0, 2 * PHRASES_MAX)
  const stems = frequent.map((phrase) => phrases.stems[phrase])
  const occurrences = occurrencesOf(corpus, stems)
  const shapes = shapesOf(corpus, stems, occurrences)
  const chosen = frequent.flatMap((_, i) => (shapes[i].isFragment ? [] : [i])).slice(0, PHRASES_MAX)

  const numberOf = new Int32Array(phrases.count).fill(-1)
  chosen.forEach((i, number) => (numberOf[frequent[i]] = number))
  const papers = new Int32Array(chosen.length)
  const counts = chosen.map(() => new Int32Array(timeline.periods.length))
  const starts = new Int32Array(corpus.n + 1)
  const held: number[] = []
  for (let paper = 0; paper < corpus.n; paper++) {
    const period = timeline.periodOf[paper]
    for (let at = phrases.starts[paper]; at < phrases.starts[paper + 1]; at++) {
      const number = numberOf[phrases.phrases[at]]
      if (number < 0 || !counted(at)) continue
      held.push(number)
      papers[number]++
      if (period >= 0) counts[number][period]++
    }
    starts[paper + 1] = held.length
  }
  return {
    labels: surfacesOf(
      corpus,
      chosen.map((i) => stems[i]),
      chosen.map((i) => occurrences[i]),
    ),
    papers,
    counts,
    starts,
    held: Int32Array.from(held),
  }
}

function isGeneric(corpus: Corpus, stems: Int32Array): boolean {
  return stems.length === 1 && GENERIC_WORDS.has(corpus.stemTexts[stems[0]])
}

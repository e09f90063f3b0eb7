import { PHRASES_MAX } from '../../../shared/trend.ts'
import { GENERIC_WORDS } from '../labels/generic-words.ts'
import { occurrencesOf } from '../labels/occurrences.ts'
import { shapeOf } from '../labels/phrase-shapes.ts'
import { IN_TITLE } from '../labels/phrase-rows.ts'
import { type Phrases, stemsOf } from '../labels/phrases.ts'
import { surfacesOf } from '../labels/surfaces.ts'
import type { Corpus, StemmedCorpus } from '../text/corpus.ts'
import { Int32List } from '../text/growing-list.ts'
import { LEAST_PAPERS } from './test-series.ts'
import type { Timeline } from './timeline.ts'

/** The phrases that are followed over time. */
export interface TrendPhrases {
  /** As people write them. */
  labels: string[]
  /** Phrase → papers that hold it, dated or not. */
  papers: Int32Array
  /** Where the phrases of paper i start in `held`: length n + 1. */
  starts: Int32Array
  /** Numbers of the phrases of each paper. */
  held: Int32Array
}

/**
 * Chooses the phrases that most dated papers hold, at most 5,000. `titlesOnly`: in titles, else in titles and abstracts. Phrases in fewer
 * than ten papers cannot be tested; pieces torn off longer ones (`large language`) and words that name nothing by themselves
 * (`performance`) say nothing of their own. When the papers appeared plays no part, so that tests are not of what was chosen for moving.
 */
export function choosePhrases(
  corpus: StemmedCorpus,
  phrases: Phrases,
  timeline: Timeline,
  titlesOnly: boolean,
): TrendPhrases {
  const counted = (mentions: number): boolean => !titlesOnly || (mentions & IN_TITLE) !== 0
  const dated = new Int32Array(phrases.count)
  for (const rows of phrases.rows) {
    for (let paper = 0; paper < corpus.n; paper++) {
      if (timeline.periodOf[paper] < 0) continue
      for (let at = rows.starts[paper]; at < rows.starts[paper + 1]; at++) {
        if (counted(rows.mentions[at])) dated[rows.phrases[at]]++
      }
    }
  }
  const frequent = Array.from(Int32Array.from(dated.keys()).filter((phrase) => dated[phrase] >= LEAST_PAPERS))
    .filter((phrase) => !isGeneric(corpus, stemsOf(phrases, phrase)))
    .sort((a, b) => dated[b] - dated[a] || a - b)
    // About a third are fragments.
    .slice(0, 2 * PHRASES_MAX)
  const stems = frequent.map((phrase) => stemsOf(phrases, phrase))
  const occurrences = occurrencesOf(corpus, stems)
  const chosen = frequent.flatMap((_, i) => (shapeOf(occurrences[i]).isFragment ? [] : [i])).slice(0, PHRASES_MAX)

  const numberOf = new Int32Array(phrases.count).fill(-1)
  chosen.forEach((i, number) => (numberOf[frequent[i]] = number))
  const papers = new Int32Array(chosen.length)
  const starts = new Int32Array(corpus.n + 1)
  const held = new Int32List()
  for (let paper = 0; paper < corpus.n; paper++) {
    for (const rows of phrases.rows) {
      for (let at = rows.starts[paper]; at < rows.starts[paper + 1]; at++) {
        const number = numberOf[rows.phrases[at]]
        if (number < 0 || !counted(rows.mentions[at])) continue
        held.push(number)
        papers[number]++
      }
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
    starts,
    held: held.toArray(),
  }
}

/** Phrase → papers of each period that hold it. */
export function countPhrases({ papers, starts, held }: TrendPhrases, { periods, periodOf }: Timeline): Int32Array[] {
  const counts = Array.from(papers, () => new Int32Array(periods.length))
  periodOf.forEach((period, paper) => {
    if (period < 0) return
    for (let at = starts[paper]; at < starts[paper + 1]; at++) counts[held[at]][period]++
  })
  return counts
}

function isGeneric(corpus: Corpus, stems: Int32Array): boolean {
  return stems.length === 1 && GENERIC_WORDS.has(corpus.stemTexts[stems[0]])
}

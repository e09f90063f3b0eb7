import { PHRASES_MAX } from '../../../shared/trend.ts'
import type { Kernels } from '../kernels/kernels.ts'
import { IN_TITLE, MOST_MENTIONS, type PhraseRows } from '../kernels/phrase-kernels.ts'
import { GENERIC_WORDS } from '../labels/generic-words.ts'
import { countUses, papersByGroup } from '../labels/group-papers.ts'
import { lookOf } from '../labels/phrase-places.ts'
import { shapeOf } from '../labels/phrase-shapes.ts'
import { type Phrases, stemsOf } from '../labels/phrases.ts'
import { surfacesOf } from '../labels/surfaces.ts'
import type { Corpus } from '../text/corpus.ts'
import { LEAST_PAPERS } from './test-series.ts'
import type { Timeline } from './timeline.ts'

/** The phrases that are followed over time. */
export interface TrendPhrases {
  /** As people write them. */
  labels: string[]
  /** Phrase → papers that hold it, dated or not. */
  papers: Int32Array
  /** The phrases of each paper, among them others; `numberOf` them → their place here, or −1; an entry counts that has one of the bits `mask`. */
  rows: PhraseRows
  numberOf: Int32Array
  mask: number
}

/**
 * Chooses the phrases that most dated papers hold, at most 5,000. `titlesOnly`: in titles, else in titles and abstracts. Phrases in fewer
 * than ten papers cannot be tested; pieces torn off longer ones (`large language`) and words that name nothing by themselves
 * (`performance`) say nothing of their own. When the papers appeared plays no part, so that tests are not of what was chosen for moving.
 */
export function choosePhrases(corpus: Corpus, phrases: Phrases, timeline: Timeline, titlesOnly: boolean): TrendPhrases {
  const uses = countUses(phrases, (paper) => timeline.periodOf[paper] >= 0)
  const dated = titlesOnly ? uses.titles : uses.papers
  const candidates = Int32Array.from(dated.keys()).filter(
    (phrase) => dated[phrase] >= LEAST_PAPERS && !isGeneric(corpus, phrases, phrase),
  )
  const frequent = mostFirst(candidates, dated)
    // About a third are fragments.
    .slice(0, 2 * PHRASES_MAX)
  const chosen = frequent.filter((phrase) => !shapeOf(lookOf(phrases.looks, phrase)).isFragment).slice(0, PHRASES_MAX)

  const numberOf = new Int32Array(phrases.count).fill(-1)
  chosen.forEach((phrase, number) => (numberOf[phrase] = number))
  const held = titlesOnly ? phrases.titleFrequency : phrases.documentFrequency
  return {
    labels: surfacesOf(
      corpus,
      phrases.uses,
      chosen.map((phrase) => stemsOf(phrases, phrase)),
      chosen.map((phrase) => lookOf(phrases.looks, phrase)),
    ),
    papers: Int32Array.from(chosen, (phrase) => held[phrase]),
    rows: phrases.rows,
    numberOf,
    mask: titlesOnly ? IN_TITLE : ANY,
  }
}

/** Every entry has a bit of these: the mentions. */
const ANY = MOST_MENTIONS

/** Phrase → papers of each period that hold it. */
export function countPhrases(
  kernels: Kernels,
  { papers, rows, numberOf, mask }: TrendPhrases,
  { periods, periodOf }: Timeline,
): Int32Array[] {
  const byPeriod = papersByGroup(periodOf, periods.length)
  return seriesOf(kernels.countRows(rows, byPeriod, numberOf, papers.length, mask), papers.length, periods.length)
}

/** Counts by period (periods × series) as series (papers of each period). */
export function seriesOf(counts: Int32Array, series: number, periods: number): Int32Array[] {
  return Array.from({ length: series }, (_, i) => {
    const own = new Int32Array(periods)
    for (let period = 0; period < periods; period++) own[period] = counts[period * series + i]
    return own
  })
}

/** Phrases by their papers, most first, and of equals the lower number: as one number each, which sorts far quicker than by comparing. */
function mostFirst(phrases: Int32Array, papers: Int32Array): number[] {
  const keys = Float64Array.from(phrases, (phrase) => phrase - papers[phrase] * papers.length)
  return Array.from(keys.sort(), (key) => ((key % papers.length) + papers.length) % papers.length)
}

function isGeneric(corpus: Corpus, { singles, stems }: Phrases, phrase: number): boolean {
  return phrase < singles && GENERIC_WORDS.has(corpus.stemTexts[stems[phrase]])
}

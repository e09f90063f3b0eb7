import type { RankPlace } from '../../analysis/search/rank.ts'
import type { PaperSet } from '../../../shared/paper-set.ts'
import type { BinChoice } from '../../../shared/period.ts'
import type { WordRule } from '../../../shared/query-language.ts'
import type { TrendField } from '../../../shared/trend.ts'
import type { CrossBy } from '../../../shared/cross-trends.ts'
import type { ListChoice } from '../../store/list-choice.ts'
import type { Picked } from '../../store/paper-order.ts'
import type { QueryTrendOptions } from '../../analysis/trends/query-trends.ts'

/** The analysis that `topic:` and sets of papers speak of. */
export interface AnalysisSource {
  /** Its map file, which says who is in which topic. */
  map: string
  topics: readonly { id: number; label: string; themeId: number; themeLabel: string }[]
  /** Words that the analysis was told to ignore. */
  ignored: readonly string[]
}

/** What is looked for. */
export interface SearchText {
  query: string
  fields: readonly TrendField[]
  words: WordRule
  /** Queries that a paper must match as well. */
  within?: readonly string[] | undefined
  /** Null: `topic:` is refused. */
  analysis: AnalysisSource | null
}

/** Which of the papers that match, in the order of relevance. */
export interface SearchStretch {
  /** Only papers of this topic. */
  topic: number | null
  /** Only papers of which every day that the date may mean lies within (days since 1970-01-01); null for an open end. */
  firstDay: number | null
  lastDay: number | null
  after: RankPlace | null
  limit: number
}

/** What of a topic (null: of all papers) is divided over venues or organisations. */
export interface CrossChoice {
  by: CrossBy
  topicId: number | null
  bin: BinChoice
  most: number
}

/** What the search process is asked; `file` is a text index. */
export type SearchRequest =
  /** Reads and counts what later requests will need, while others are answered, and answers null when it is done. */
  | { type: 'load'; file: string; analysis: AnalysisSource | null }
  | { type: 'match'; file: string; text: SearchText }
  /** Some of the papers that match, in an order of the collection; null where its lists are not there. */
  | { type: 'listed'; file: string; text: SearchText; choice: ListChoice }
  | { type: 'page'; file: string; text: SearchText; stretch: SearchStretch }
  | {
      type: 'trends'
      file: string
      queries: readonly string[]
      options: QueryTrendOptions
      /** Null: matches are not divided over topics, and `topic:` is refused. */
      analysis: AnalysisSource | null
    }
  | { type: 'cross'; file: string; analysis: AnalysisSource; choice: CrossChoice }
  | { type: 'contrast'; file: string; analysis: AnalysisSource; a: PaperSet; b: PaperSet; most: number }

/** Ids of papers by code point, and how well each of them matches. */
export interface Matched {
  ids: string[]
  scores: number[]
}

/** Some of the papers that match, in an order of the collection, and how well each of them matches. */
export interface MatchedList extends Picked {
  scores: number[]
}

/** A request on its way to the process. */
export interface SearchQuestion {
  id: number
  request: SearchRequest
}

/** The fields that a query may name before a colon, in the order in which help lists them. */
export const QUERY_FIELDS = {
  title: { means: 'a word or "phrase" of the title', example: 'title:alignment' },
  abstract: { means: 'a word or "phrase" of the abstract', example: 'abstract:"loss function"' },
  author: { means: 'a name, or names that follow each other', example: 'author:"Ada Lovelace"' },
  venue: { means: 'where it was published', example: 'venue:NeurIPS' },
  org: { means: 'the organisation behind it', example: 'org:"Max Planck"' },
  keyword: { means: 'a keyword that the authors gave', example: 'keyword:"topic model"' },
  year: { means: 'a year or other period (2024-Q4, 2024-H2, 2024-11), or from … to', example: 'year:2018..2022' },
  topic: { means: 'a topic of the analysis, by number or name', example: 'topic:3' },
} as const
export type QueryField = keyof typeof QUERY_FIELDS

/** Everything else that a query may hold, as help lists it. */
export const QUERY_SIGNS: readonly { example: string; means: string }[] = [
  { example: 'loss functions', means: 'plurals and other endings count: finds loss function, too' },
  { example: '"loss functions"', means: 'these very words, side by side in one sentence' },
  { example: 'transform*', means: 'every word that begins so' },
  { example: 'LSTM OR GRU', means: 'either' },
  { example: '-survey', means: 'without it' },
]

/**
 * What words next to each other mean: `together`, a phrase (in trends, where a phrase is counted); `anywhere`, all of them wherever
 * they stand, best first where they stand together (in a search box).
 */
export const WORD_RULES = ['together', 'anywhere'] as const
export type WordRule = (typeof WORD_RULES)[number]

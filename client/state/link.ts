import {
  createParser,
  parseAsBoolean,
  parseAsInteger,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from 'nuqs'
import { BINS } from '../../shared/period.ts'

export const COLOURS = ['topic', 'theme', 'year'] as const
export type Colour = (typeof COLOURS)[number]

/** The ways to draw trends, in the order of the switcher. */
export const CHARTS = ['lines', 'stream', 'rank', 'plane', 'terms', 'groups'] as const
export type Chart = (typeof CHARTS)[number]

/** What the overview of Trends can keep: what rises, what falls, what has peaked, or everything. */
export const MOVES = ['rising', 'fading', 'peaked', 'all'] as const
export type Moves = (typeof MOVES)[number]

export const SORTS = ['relevance', 'newest', 'oldest', 'title', 'score', 'votes'] as const

/** A date as the API reads it: `2024`, `2024-11` or `2024-11-21`; anything else in a link is left out. */
export const parseAsDate = createParser<string>({
  parse: (value) => (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) ? value : null),
  serialize: (value) => value,
})

/** Everything a link must carry beside its path. Selections push a history entry, settings replace it. */
export const LINK = {
  /** An older analysis; absent: the newest. */
  analysis: parseAsString,
  topic: parseAsInteger.withOptions({ history: 'push' }),
  paper: parseAsString.withOptions({ history: 'push' }),
  /** What is typed into the search box. */
  q: parseAsString.withDefault(''),
  colour: parseAsStringLiteral(COLOURS).withDefault('topic'),
  from: parseAsDate,
  to: parseAsDate,
  /** `table`: the map as a table. */
  view: parseAsStringLiteral(['map', 'table'] as const).withDefault('map'),
  sort: parseAsStringLiteral(SORTS),
  /** The chips of Trends. */
  query: parseAsNativeArrayOf(parseAsString).withDefault([]),
  /** Topics whose lines are pinned in Trends. */
  pin: parseAsNativeArrayOf(parseAsInteger).withDefault([]),
  bin: parseAsStringLiteral(['auto', ...BINS] as const).withDefault('auto'),
  /** `auto`: titles and abstracts, or titles alone where the abstracts come and go. */
  fields: parseAsStringLiteral(['auto', 'title,abstract', 'title', 'abstract'] as const).withDefault('auto'),
  mode: parseAsStringLiteral(['share', 'counts'] as const).withDefault('share'),
  /** How Trends draws. */
  chart: parseAsStringLiteral(CHARTS).withDefault('lines'),
  /** The queries that name the set to count in; all must hold. */
  within: parseAsNativeArrayOf(parseAsString).withDefault([]),
  /** Periods on each side that the smoothed share takes in. */
  smooth: parseAsStringLiteral(['0', '1', '2'] as const).withDefault('0'),
  /** Lines begin together, each with its first period of so many papers; 0: by the calendar. */
  start: parseAsStringLiteral(['0', '1', '5', '10'] as const).withDefault('0'),
  /** Whether the overviews of Trends show topics or themes. */
  level: parseAsStringLiteral(['topic', 'theme'] as const).withDefault('topic'),
  /** What the area of a dot stands for where Trends draws size and growth. */
  area: parseAsStringLiteral(['papers', 'votes'] as const).withDefault('papers'),
  moves: parseAsStringLiteral(MOVES).withDefault('rising'),
  /** What the papers are divided by in the table over time. */
  by: parseAsStringLiteral(['venue', 'organisation'] as const).withDefault('venue'),
  /** Whether the lines of Trends begin at the very first paper. */
  whole: parseAsBoolean.withDefault(false),
  /** The point of Trends whose papers are shown: `line|period`. */
  at: parseAsString,
  /** The two sets of Compare, as `shared/paper-set.ts` writes them, or `selection`; no second one: all other papers. */
  a: parseAsString,
  b: parseAsString,
  format: parseAsStringLiteral(['html', 'md', 'csv', 'json', 'bib'] as const).withDefault('html'),
}

/** What the address bar says, and how to change it. */
export function useLink() {
  return useQueryStates(LINK)
}

/** The point behind `at`; the period is what follows the last bar, since a query may hold one. */
export function parsePoint(at: string | null): { line: string; period: string } | null {
  if (at === null) return null
  const bar = at.lastIndexOf('|')
  return bar <= 0 || bar === at.length - 1 ? null : { line: at.slice(0, bar), period: at.slice(bar + 1) }
}

/** The period of a point that stands for all of them. */
export const ALL_TIME = 'all'

export function formatPoint(line: string, period: string): string {
  return `${line}|${period}`
}

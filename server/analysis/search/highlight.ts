import type { Highlights, TextRange } from '../../../shared/search.ts'
import type { TrendField } from '../../../shared/trend.ts'
import { inflectionStem } from '../text/stem.ts'
import type { QueryWord } from './query-word.ts'
import type { PhraseClause, Query } from './query.ts'
import { cutSnippet, type Hit } from './snippet.ts'
import { writtenWords, type WrittenWord } from './written-words.ts'

/** What shows where a paper matches; made once for a query, for any number of papers. */
export function createHighlighter(
  query: Query,
  fields: readonly TrendField[],
): (paper: { title: string; abstract: string | null }) => Highlights {
  const phrases = query.flat().filter((clause): clause is PhraseClause => clause.kind === 'phrase' && !clause.without)
  const within = (field: TrendField): Phrase[] =>
    phrases
      .filter((phrase) => (phrase.field === null ? fields.includes(field) : phrase.field === field))
      .map(({ words }) => words.map((word) => ({ offset: word.offset, is: matcherOf(word) })))
  const inTitle = within('title')
  const inAbstract = within('abstract')
  return ({ title, abstract }) => ({
    title: merged(hitsIn(title, inTitle)),
    snippet: abstract === null ? null : snippetOf(abstract, hitsIn(abstract, inAbstract)),
  })
}

type Phrase = { offset: number; is: (word: string) => boolean }[]

function snippetOf(abstract: string, hits: readonly Hit[]): Highlights['snippet'] {
  if (hits.length === 0) return null
  const { text, from, shift } = cutSnippet(abstract, hits)
  const ranges = merged(hits).map(({ start, end }) => ({ start: start - from + shift, end: end - from + shift }))
  return { text, ranges: ranges.filter(({ start, end }) => start >= shift && end <= text.length) }
}

function hitsIn(text: string, phrases: readonly Phrase[]): Hit[] {
  if (phrases.length === 0) return []
  const words = writtenWords(text)
  const holds = (at: number, place: number, is: (word: string) => boolean): boolean => {
    const word: WrittenWord | undefined = words[at]
    return word !== undefined && word.place === place && (is(word.word) || (word.joined !== null && is(word.joined)))
  }
  const hits: Hit[] = []
  phrases.forEach((phrase, number) => {
    words.forEach(({ place }, at) => {
      if (!phrase.every(({ offset, is }) => holds(at + offset, place + offset, is))) return
      const first = words[at]
      // Found as one word, it begins where its first part does.
      const begins = phrase[0].is(first.word) ? first : words[at - 1]
      hits.push({ start: begins.start, end: words[at + phrase[phrase.length - 1].offset].end, phrase: number })
    })
  })
  return hits.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Hits without overlaps, ascending. */
function merged(hits: readonly Hit[]): TextRange[] {
  const ranges: TextRange[] = []
  for (const { start, end } of hits) {
    const last = ranges.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else ranges.push({ start, end })
  }
  return ranges
}

/** Whether a word of a text is one that the query's word stands for; remembers what it was asked. */
function matcherOf({ word, match }: QueryWord): (word: string) => boolean {
  if (match === 'exact') return (other) => other === word
  if (match === 'prefix') return (other) => other.startsWith(word)
  const root = inflectionStem(word)
  const first = root.charCodeAt(0)
  const known = new Map<string, boolean>()
  return (other) => {
    // Inflections begin alike, even `mice`.
    if (other.charCodeAt(0) !== first) return false
    let same = known.get(other)
    if (same === undefined) {
      same = inflectionStem(other) === root
      known.set(other, same)
    }
    return same
  }
}

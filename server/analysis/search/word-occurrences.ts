import type { OccurrenceSource } from './occurrence-source.ts'
import type { TextIndex } from './text-index.ts'

/** What of an index a phrase is looked for in. */
export type SearchedWords = Pick<TextIndex, 'ids' | 'words' | 'begins' | 'counts' | 'occurrences' | 'postings'>

/** The occurrences of one word: their papers, ascending, and their places in them. */
export interface WordOccurrences {
  papers: Int32Array
  places: Uint16Array
}

/** Reads the occurrences of a word. */
export function occurrencesOfWord({ begins, counts, occurrences }: SearchedWords, word: number): WordOccurrences {
  const [from, to] = [begins[word], begins[word] + counts[word]]
  return { papers: occurrences.papers(from, to), places: occurrences.places(from, to) }
}

/** How often some words occur in all. */
export function occurrencesOf({ counts }: SearchedWords, words: readonly number[]): number {
  return words.reduce((sum, w) => sum + counts[w], 0)
}

/** Words that are asked for side by side are read once for each and once for the phrase: so many are held meanwhile. */
const MOST = 6

/** The words of an index for the length of one query: what was read last is not read again. */
export function rememberWords({ ids, words, begins, counts, occurrences, postings }: TextIndex): SearchedWords {
  const source: OccurrenceSource = {
    size: occurrences.size,
    papers: remembered((from, to) => occurrences.papers(from, to)),
    places: remembered((from, to) => occurrences.places(from, to)),
    isPart: (from, to) => occurrences.isPart(from, to),
  }
  return { ids, words, begins, counts, occurrences: source, postings }
}

/** A reader of stretches that gives those it read last once more; one that begins at a place always ends at the same. */
function remembered<T>(read: (from: number, to: number) => T): (from: number, to: number) => T {
  const known = new Map<number, T>()
  return (from, to) => {
    const found = known.get(from) ?? read(from, to)
    known.set(from, found)
    for (const oldest of known.keys()) {
      if (known.size <= MOST) break
      known.delete(oldest)
    }
    return found
  }
}

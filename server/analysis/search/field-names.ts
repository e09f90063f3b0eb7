import { indexedWord, type WordField } from './field-words.ts'
import type { TextIndex } from './text-index.ts'

/** The names that papers have in a field, such as their venues. */
export interface FieldNames {
  names: string[]
  /** Paper → number of its name, −1 where it has none. */
  of: Int32Array
}

/**
 * The venue, organisation or source of each paper as the index knows it: its words, written as the texts of the collection write them
 * (`EMNLP`), else in small letters. Names are numbered as papers bring them.
 */
export function fieldNames(index: TextIndex, field: Exclude<WordField, 'author' | 'keyword'>): FieldNames {
  const start = indexedWord(field, '')
  const n = index.ids.length
  const wordsOf: { place: number; word: string }[][] = Array.from({ length: n }, () => [])
  for (let w = firstAt(index.words, start); w < index.words.length && index.words[w].startsWith(start); w++) {
    const word = index.words[w].slice(start.length)
    const shown = index.shown.get(word) ?? word
    for (let o = index.starts[w]; o < index.starts[w + 1]; o++)
      wordsOf[index.papers[o]].push({ place: index.places[o], word: shown })
  }
  const numbers = new Map<string, number>()
  const of = new Int32Array(n).fill(-1)
  wordsOf.forEach((words, paper) => {
    if (words.length === 0) return
    const name = words
      .sort((a, b) => a.place - b.place)
      .map(({ word }) => word)
      .join(' ')
    if (!numbers.has(name)) numbers.set(name, numbers.size)
    of[paper] = numbers.get(name)!
  })
  return { names: [...numbers.keys()], of }
}

/** Words sort by code point, and all of a field begin with the same characters. */
function firstAt(words: readonly string[], start: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle] < start) low = middle + 1
    else high = middle
  }
  return low
}

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
  const known = KNOWN.get(index)?.[field]
  if (known) return known
  const names = readNames(index, field)
  KNOWN.set(index, { ...KNOWN.get(index), [field]: names })
  return names
}

/** An index never changes, and every query over it asks for the same names. */
const KNOWN = new WeakMap<TextIndex, Partial<Record<WordField, FieldNames>>>()

function readNames({ ids, words, shown, starts, papers, places }: TextIndex, field: WordField): FieldNames {
  const prefix = indexedWord(field, '')
  const first = firstAt(words, prefix)
  let last = first
  while (last < words.length && words[last].startsWith(prefix)) last++
  /** Paper → place → word, with holes. */
  const held: string[][] = []
  for (let w = first; w < last; w++) {
    const word = words[w].slice(prefix.length)
    const text = shown.get(word) ?? word
    for (let o = starts[w]; o < starts[w + 1]; o++) (held[papers[o]] ??= [])[places[o]] = text
  }
  const numbers = new Map<string, number>()
  const of = new Int32Array(ids.length).fill(-1)
  held.forEach((parts, paper) => {
    const name = parts.filter((part) => part !== undefined).join(' ')
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

import { NumberMap } from '../math/number-map.ts'
import { indexedWord, type WordField } from './field-words.ts'
import type { Texts } from './occurrence-source.ts'
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

function readNames(index: TextIndex, field: WordField): FieldNames {
  const { ids, words, shown } = index
  const prefix = indexedWord(field, '')
  const first = firstAt(words, prefix)
  let last = first
  while (last < words.length && words.at(last)!.startsWith(prefix)) last++
  const { starts, held } = wordsOfPapers(index, first, last)
  // Most papers share their name with many others: each is put together once, word by word from a tree of the beginnings.
  const tree = new NumberMap()
  let nodes = 0
  /** Node of the tree → number of the name that ends there. */
  const ends = new Map<number, number>()
  const numbers = new Map<string, number>()
  const of = new Int32Array(ids.length).fill(-1)
  for (let paper = 0; paper < of.length; paper++) {
    const [from, to] = [starts[paper], starts[paper + 1]]
    if (from === to) continue
    let node = 0
    for (let i = from; i < to; i++) {
      const next = tree.getOrSet(node * (last - first) + held[i], nodes + 1)
      if (next > nodes) nodes = next
      node = next
    }
    let number = ends.get(node)
    if (number === undefined) {
      const name = Array.from(held.subarray(from, to), (w) => {
        const word = words.at(first + w)!.slice(prefix.length)
        return shown.get(word) ?? word
      }).join(' ')
      number = numbers.get(name) ?? numbers.size
      numbers.set(name, number)
      ends.set(node, number)
    }
    of[paper] = number
  }
  return { names: [...numbers.keys()], of }
}

/** Some words (`first` up to, not including, `last`) as papers hold them: paper → its words, less `first`, by their places. */
function wordsOfPapers(
  { ids, begins, counts, occurrences }: TextIndex,
  first: number,
  last: number,
): { starts: Int32Array; held: Int32Array } {
  const starts = new Int32Array(ids.length + 1)
  const lists = Array.from({ length: last - first }, (_, w) => {
    const [from, to] = [begins[first + w], begins[first + w] + counts[first + w]]
    return { papers: occurrences.papers(from, to), places: occurrences.places(from, to) }
  })
  for (const { papers } of lists) for (let o = 0; o < papers.length; o++) starts[papers[o] + 1]++
  for (let paper = 0; paper < ids.length; paper++) starts[paper + 1] += starts[paper]
  const held = new Int32Array(starts[ids.length])
  const placeOf = new Uint16Array(held.length)
  const ends = starts.slice()
  lists.forEach(({ papers, places }, w) => {
    for (let o = 0; o < papers.length; o++) {
      const begin = starts[papers[o]]
      let at = ends[papers[o]]++
      for (; at > begin && placeOf[at - 1] > places[o]; at--) {
        held[at] = held[at - 1]
        placeOf[at] = placeOf[at - 1]
      }
      held[at] = w
      placeOf[at] = places[o]
    }
  })
  return { starts, held }
}

/** Words sort by code point, and all of a field begin with the same characters. */
function firstAt(words: Texts, start: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words.at(middle)! < start) low = middle + 1
    else high = middle
  }
  return low
}

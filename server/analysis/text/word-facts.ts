import { IS_ACADEMIC, IS_BARE, IS_STOP, wordKind } from './fold.ts'
import { FormTable, type Words } from './form-table.ts'
import { Int32List, Uint8List } from './growing-list.ts'
import { ENGLISH, stopLanguages } from './languages.ts'
import { lowerCase } from './stem.ts'

/** What is known of a word, whatever collection it is from. */
export interface Facts {
  /** Languages in which it is a stop word, one bit each. */
  stopsIn: Int32Array
  /** The same for every case of a word, and for all numbers: copyright years differ. */
  hashes: Int32Array
  /** 1 where it says nothing by itself in English: a stop word, a word of academic prose, a number. */
  empty: Uint8Array
}

/** Words that are remembered; beyond, one begins anew. */
const MOST_REMEMBERED = 500_000

/** Looks words up, each once: the shards of a collection share most of theirs. */
export class WordFacts {
  #table = new FormTable()
  #stopsIn = new Int32List()
  #hashes = new Int32List()
  #empty = new Uint8List()

  of(words: Words): Facts {
    if (this.#table.length > MOST_REMEMBERED) {
      this.#table = new FormTable()
      this.#stopsIn = new Int32List()
      this.#hashes = new Int32List()
      this.#empty = new Uint8List()
    }
    const numbers = this.#table.join(words)
    for (const text of this.#table.texts(this.#empty.length)) {
      this.#stopsIn.push(stopLanguages(text.toLowerCase()))
      this.#hashes.push(hashOf(lowerCase(text)))
      this.#empty.push(isEmptyIn(ENGLISH, text))
    }
    const [stopsIn, hashes, empty] = [this.#stopsIn.from(0), this.#hashes.from(0), this.#empty.from(0)]
    return {
      stopsIn: numbers.map((number) => stopsIn[number]),
      hashes: numbers.map((number) => hashes[number]),
      empty: Uint8Array.from(numbers, (number) => empty[number]),
    }
  }
}

/** 1 where a word as written says nothing by itself in a language, else 0. */
export function isEmptyIn(language: number, text: string): number {
  return (wordKind(lowerCase(text), language) & (IS_STOP | IS_ACADEMIC | IS_BARE)) === 0 ? 0 : 1
}

/** FNV-1a of a lower-case word; 0 for every number. */
function hashOf(word: string): number {
  if (/^\p{N}+$/u.test(word)) return 0
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

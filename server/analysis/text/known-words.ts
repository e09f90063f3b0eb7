import { IS_ACADEMIC, IS_BARE, IS_STOP, wordKind } from './fold.ts'
import { FormTable, type Words } from './form-table.ts'
import { Int32List, Uint8List } from './growing-list.ts'
import { ENGLISH, stopLanguages } from './languages.ts'
import { lowerCase } from './stem.ts'

/** The words of a shard, and what is known of each, whatever collection it is from. */
export interface Facts {
  words: Words
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
export class KnownWords {
  table = new FormTable()
  #stopsIn = new Int32List()
  #hashes = new Int32List()
  #empty = new Uint8List()
  /** Word → 1 + its number in the shard that is being numbered, else 0. */
  #numbers = new Int32Array(1 << 16)
  #found = new Int32Array(1 << 14)

  /** Forgets all words, if they have become too many. */
  begin(): void {
    if (this.table.length <= MOST_REMEMBERED) return
    this.table = new FormTable()
    this.#stopsIn = new Int32List()
    this.#hashes = new Int32List()
    this.#empty = new Uint8List()
  }

  /** Numbers the words of a shard in the order in which they are met, in place: `forms` are those of the table, then those of the answer. */
  number(forms: Int32Array): Facts {
    const { table } = this
    for (let word = this.#empty.length; word < table.length; word++) {
      const text = table.text(word)
      this.#stopsIn.push(stopLanguages(text.toLowerCase()))
      this.#hashes.push(hashOfWord(lowerCase(text)))
      this.#empty.push(isEmptyIn(ENGLISH, text))
    }
    if (table.length > this.#numbers.length) this.#numbers = new Int32Array(2 * table.length)
    if (table.length > this.#found.length) this.#found = new Int32Array(2 * table.length)
    const numbers = this.#numbers
    const found = this.#found
    let count = 0
    for (let t = 0; t < forms.length; t++) {
      const word = forms[t]
      let number = numbers[word]
      if (number === 0) {
        found[count] = word
        number = numbers[word] = ++count
      }
      forms[t] = number - 1
    }
    const words = found.subarray(0, count)
    for (let i = 0; i < count; i++) numbers[words[i]] = 0
    const [stopsIn, hashes, empty] = [this.#stopsIn.from(0), this.#hashes.from(0), this.#empty.from(0)]
    return {
      words: table.some(words),
      stopsIn: words.map((word) => stopsIn[word]),
      hashes: words.map((word) => hashes[word]),
      empty: Uint8Array.from(words, (word) => empty[word]),
    }
  }
}

/** 1 where a word as written says nothing by itself in a language, else 0. */
export function isEmptyIn(language: number, text: string): number {
  return (wordKind(lowerCase(text), language) & (IS_STOP | IS_ACADEMIC | IS_BARE)) === 0 ? 0 : 1
}

/** FNV-1a of a lower-case word; 0 for every number. */
function hashOfWord(word: string): number {
  const first = word.charCodeAt(0)
  const isLatin = first >= 0x61 && first <= 0x7a
  if (!isLatin && /^\p{N}+$/u.test(word)) return 0
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

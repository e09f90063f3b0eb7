import { FormTable } from './form-table.ts'
import type { WordList } from './word-list.ts'

/** Words that are remembered; beyond, one begins anew. */
const MOST_REMEMBERED = 500_000

/** Looks words up, each once: the shards of a collection share most of theirs. */
export class KnownWords {
  table = new FormTable()
  /** Word → 1 + its number in the shard that is being numbered, else 0. */
  #numbers = new Int32Array(1 << 16)
  #found = new Int32Array(1 << 14)

  /** Forgets all words, if they have become too many. */
  begin(): void {
    if (this.table.length <= MOST_REMEMBERED) return
    this.table = new FormTable()
  }

  /** Numbers the words of a shard in the order in which they are met, in place: `forms` are those of the table, then those of the answer. */
  number(forms: Int32Array): WordList {
    const { table } = this
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
    return table.some(words)
  }
}

import type { KnownWords } from './word-list.ts'

/** What the words of readers have become in the list of all, so that each word of a reader is looked up once. */
export class JoinedWords {
  /** Reader → its word → 1 + the number of the word among all, 0 where it has none yet. */
  readonly #numbers = new Map<number, Int32Array>()

  /** The numbers of `count` words as far as they are known, and which of them are not. */
  recall(count: number, known?: KnownWords): { joined: Int32Array; wanted: Int32Array } {
    const joined = new Int32Array(count)
    const wanted = new Int32Array(count)
    let unknown = 0
    const numbers = known === undefined ? undefined : this.#numbersOf(known)
    for (let word = 0; word < count; word++) {
      const number = numbers === undefined ? 0 : numbers[known!.ids[word]]
      if (number === 0) wanted[unknown++] = word
      else joined[word] = number - 1
    }
    return { joined, wanted: wanted.subarray(0, unknown) }
  }

  /** Writes what was found of the words that were `wanted` into `joined`, and remembers it. */
  note(joined: Int32Array, wanted: Int32Array, found: Int32Array, known?: KnownWords): void {
    const numbers = known === undefined ? undefined : this.#numbersOf(known)
    for (let i = 0; i < wanted.length; i++) {
      joined[wanted[i]] = found[i]
      if (numbers !== undefined) numbers[known!.ids[wanted[i]]] = found[i] + 1
    }
  }

  /** With room for all words of the list. */
  #numbersOf({ reader, ids }: KnownWords): Int32Array {
    const numbers = this.#numbers.get(reader) ?? new Int32Array(0)
    let most = 0
    for (let i = 0; i < ids.length; i++) most = Math.max(most, ids[i])
    if (most < numbers.length) return numbers
    const more = new Int32Array(2 * (most + 1))
    more.set(numbers)
    this.#numbers.set(reader, more)
    return more
  }
}

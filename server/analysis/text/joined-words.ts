import type { KnownWords } from './word-list.ts'

/** What the words of readers have become in the list of all, so that each word of a reader is looked up once. */
export class JoinedWords {
  /** Reader → its word → 1 + the number of the word among all, 0 where it has none yet. */
  readonly #numbers = new Map<number, Int32Array>()
  /** About how many words there are among all. */
  readonly expected: number

  /** `shards`: all that will be asked for. */
  constructor(shards: readonly { starts: Int32Array; known?: KnownWords }[]) {
    /** Reader → words that it has. */
    const counts = new Map<number, number>()
    let expected = 0
    for (const { starts, known } of shards) {
      if (known === undefined) {
        expected += starts.length - 1
        continue
      }
      const before = counts.get(known.reader) ?? 0
      let count = before
      for (let i = 0; i < known.ids.length; i++) count = Math.max(count, known.ids[i] + 1)
      counts.set(known.reader, count)
      expected += count - before
    }
    for (const [reader, count] of counts) this.#numbers.set(reader, new Int32Array(count))
    this.expected = expected
  }

  /** The numbers of `count` words as far as they are known, and which of them are not. */
  recall(count: number, known?: KnownWords): { joined: Int32Array; wanted: Int32Array } {
    const joined = new Int32Array(count)
    const wanted = new Int32Array(count)
    let unknown = 0
    const numbers = known === undefined ? undefined : this.#numbers.get(known.reader)!
    for (let word = 0; word < count; word++) {
      const number = numbers === undefined ? 0 : numbers[known!.ids[word]]
      if (number === 0) wanted[unknown++] = word
      else joined[word] = number - 1
    }
    return { joined, wanted: wanted.subarray(0, unknown) }
  }

  /** Writes what was found of the words that were `wanted` into `joined`, and remembers it. */
  note(joined: Int32Array, wanted: Int32Array, found: Int32Array, known?: KnownWords): void {
    const numbers = known === undefined ? undefined : this.#numbers.get(known.reader)!
    for (let i = 0; i < wanted.length; i++) {
      joined[wanted[i]] = found[i]
      if (numbers !== undefined) numbers[known!.ids[wanted[i]]] = found[i] + 1
    }
  }
}

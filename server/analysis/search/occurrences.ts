import { heldOccurrences, type OccurrenceSource } from './occurrence-source.ts'

/** Occurrences of words as they are read, and then sorted by word: what an inverted index is made from. */
export class Occurrences {
  readonly #numbers = new Map<string, number>()
  readonly #words: string[] = []
  /** Word → its occurrences so far. */
  readonly #counts: number[] = []
  #size = 0
  #wordOf = new Int32Array(1 << 16)
  #paperOf = new Int32Array(1 << 16)
  #placeOf = new Uint16Array(1 << 16)
  #isPart = new Uint8Array(1 << 16)

  /**
   * Adds one, and gives the number of the word: they count up as words are met. Papers must come in ascending order. A compound
   * comes after its last part and at the same place; the `parts` single words before it are what it is made of. One of no parts that
   * `isPart` says so of is a piece of a longer one (`to-image`).
   */
  add(word: string, paper: number, place: number, parts = 0, isPart = false): number {
    for (let back = this.#size - 1, left = parts; left > 0; back--) {
      // In `a-b-c` the compound `a-b` comes between `b` and `c`, where `b` is.
      if (this.#placeOf[back] === this.#placeOf[back - 1] && this.#paperOf[back] === this.#paperOf[back - 1]) continue
      this.#isPart[back] = 1
      left--
    }
    let number = this.#numbers.get(word)
    if (number === undefined) {
      number = this.#words.length
      this.#numbers.set(word, number)
      this.#words.push(word)
      this.#counts.push(0)
    }
    if (this.#size === this.#wordOf.length) {
      this.#wordOf = doubled(this.#wordOf, new Int32Array(this.#size * 2))
      this.#paperOf = doubled(this.#paperOf, new Int32Array(this.#size * 2))
      this.#placeOf = doubled(this.#placeOf, new Uint16Array(this.#size * 2))
      this.#isPart = doubled(this.#isPart, new Uint8Array(this.#size * 2))
    }
    this.#counts[number]++
    if (isPart) this.#isPart[this.#size] = 1
    this.#wordOf[this.#size] = number
    this.#paperOf[this.#size] = paper
    this.#placeOf[this.#size++] = place
    return number
  }

  /** The word of a number that `add` gave. */
  textOf(number: number): string {
    return this.#words[number]
  }

  /** Words in the order of `compare`, and the number that `add` gave each. */
  sorted(compare: (a: string, b: string) => number): { words: string[]; numbers: Int32Array } {
    const order = this.#words.map((_, i) => i).sort((a, b) => compare(this.#words[a], this.#words[b]))
    return { words: order.map((number) => this.#words[number]), numbers: Int32Array.from(order) }
  }

  /**
   * The occurrences word by word (counting sort). `numbers`: word → number that `add` gave it; words that are among `first` come before all
   * others and in the order given there.
   */
  laidOut(
    numbers: Int32Array,
    { words: first }: { words: Int32Array },
  ): { begins: Int32Array; counts: Int32Array; occurrences: OccurrenceSource } {
    const counts = numbers.map((number) => this.#counts[number])
    const begins = new Int32Array(numbers.length).fill(-1)
    let end = 0
    const place = (word: number): void => {
      if (begins[word] >= 0) return
      begins[word] = end
      end += counts[word]
    }
    first.forEach(place)
    for (let word = 0; word < begins.length; word++) place(word)

    const next = new Int32Array(numbers.length)
    numbers.forEach((number, word) => (next[number] = begins[word]))
    const papers = new Int32Array(this.#size)
    const places = new Uint16Array(this.#size)
    const isPart = new Uint8Array(this.#size)
    for (let i = 0; i < this.#size; i++) {
      const to = next[this.#wordOf[i]]++
      papers[to] = this.#paperOf[i]
      places[to] = this.#placeOf[i]
      isPart[to] = this.#isPart[i]
    }
    return { begins, counts, occurrences: heldOccurrences({ papers, places, isPart }) }
  }
}

function doubled<T extends Int32Array | Uint16Array | Uint8Array>(from: T, to: T): T {
  to.set(from)
  return to
}

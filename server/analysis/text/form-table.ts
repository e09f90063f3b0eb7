/** Words as numbers, in arrays that another thread can take over. */
export interface Words {
  /** UTF-16 units of all words, one after the other. */
  units: Uint16Array
  /** Where word i starts in `units`; one more than there are words. */
  starts: Int32Array
  /** Word → its hash. */
  hashes: Int32Array
}

/**
 * Words as written, numbered in the order in which they are first met. Finds the number of a stretch of text without making a string
 * of it, which is most of the work of reading tokens one by one.
 */
export class FormTable {
  length = 0
  /** Slot → form + 1, 0 where it is free; linear probing. */
  #slots = new Int32Array(1 << 12)
  /** Form → its hash, and where its characters stand in the pool; one more than there are forms. */
  #hashes = new Int32Array(1 << 11)
  #starts = new Int32Array(1 << 11)
  #pool = new Uint16Array(1 << 14)

  /** The number of units[start…end), a new one where it is new. */
  numberOf(units: Uint16Array, start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i], 0x01000193)
    return this.#find(units, start, end - start, hash ^ (hash >>> 15))
  }

  /** The same of a word. */
  numberOfText(text: string): number {
    return this.numberOf(
      Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
      0,
      text.length,
    )
  }

  #find(units: Uint16Array, start: number, length: number, hash: number): number {
    const mask = this.#slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const form = this.#slots[slot] - 1
      if (form < 0) {
        const from = this.#add(hash, slot, length)
        for (let i = 0; i < length; i++) this.#pool[from + i] = units[start + i]
        return this.length - 1
      }
      if (this.#hashes[form] === hash && this.#holds(form, units, start, length)) return form
    }
  }

  /** Takes the words of another table in, in their order. Word of that table → number here. */
  join({ units, starts, hashes }: Words): Int32Array {
    return hashes.map((hash, word) => this.#find(units, starts[word], starts[word + 1] - starts[word], hash))
  }

  /** Copies of what the table holds. */
  words(): Words {
    const starts = this.#starts.slice(0, this.length + 1)
    return { units: this.#pool.slice(0, starts[this.length]), starts, hashes: this.#hashes.slice(0, this.length) }
  }

  /** The words as strings, from number `first` on. */
  texts(first = 0): string[] {
    return Array.from({ length: this.length - first }, (_, i) =>
      String.fromCharCode.apply(
        null,
        this.#pool.subarray(this.#starts[first + i], this.#starts[first + i + 1]) as unknown as number[],
      ),
    )
  }

  #holds(form: number, units: Uint16Array, start: number, length: number): boolean {
    const from = this.#starts[form]
    if (this.#starts[form + 1] - from !== length) return false
    for (let i = 0; i < length; i++) if (this.#pool[from + i] !== units[start + i]) return false
    return true
  }

  /** Makes room for a new form of `length` units; where in the pool they belong. */
  #add(hash: number, slot: number, length: number): number {
    const form = this.length++
    if (form + 2 > this.#hashes.length) {
      this.#hashes = larger(this.#hashes)
      this.#starts = larger(this.#starts)
    }
    const from = this.#starts[form]
    while (from + length > this.#pool.length) this.#pool = larger(this.#pool)
    this.#hashes[form] = hash
    this.#starts[form + 1] = from + length
    this.#slots[slot] = form + 1
    if (2 * this.length > this.#slots.length) this.#spread()
    return from
  }

  #spread(): void {
    this.#slots = new Int32Array(2 * this.#slots.length)
    const mask = this.#slots.length - 1
    for (let form = 0; form < this.length; form++) {
      let slot = this.#hashes[form] & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = form + 1
    }
  }
}

function larger<A extends Int32Array | Uint16Array>(array: A): A {
  const twice = new (array.constructor as new (length: number) => A)(2 * array.length)
  twice.set(array)
  return twice
}

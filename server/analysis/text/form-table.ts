/**
 * Words as written, numbered in the order in which they are first met. Finds the number of a stretch of text without making a string
 * of it, which is most of the work of reading tokens one by one.
 */
export class FormTable {
  readonly texts: string[] = []
  /** Slot → form + 1, 0 where it is free; linear probing. */
  #slots = new Int32Array(1 << 16)
  /** Form → its hash, and where its characters stand in the pool; one more than there are forms. */
  #hashes = new Int32Array(1 << 14)
  #starts = new Int32Array(1 << 14)
  #pool = new Uint16Array(1 << 18)

  /** The number of text[start…end), a new one where it is new. */
  numberOf(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    hash ^= hash >>> 15
    const mask = this.#slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const form = this.#slots[slot] - 1
      if (form < 0) return this.#add(text, start, end, hash, slot)
      if (this.#hashes[form] === hash && this.#isAt(form, text, start, end)) return form
    }
  }

  #isAt(form: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[form]
    const length = end - start
    if (this.#starts[form + 1] - from !== length) return false
    for (let i = 0; i < length; i++) if (this.#pool[from + i] !== text.charCodeAt(start + i)) return false
    return true
  }

  #add(text: string, start: number, end: number, hash: number, slot: number): number {
    const form = this.texts.length
    // A slice would keep the whole text alive.
    this.texts.push(ownCopy(text.slice(start, end)))
    if (form + 2 > this.#hashes.length) {
      this.#hashes = larger(this.#hashes)
      this.#starts = larger(this.#starts)
    }
    const from = this.#starts[form]
    while (from + end - start > this.#pool.length) this.#pool = larger(this.#pool)
    for (let i = start; i < end; i++) this.#pool[from + i - start] = text.charCodeAt(i)
    this.#hashes[form] = hash
    this.#starts[form + 1] = from + end - start
    this.#slots[slot] = form + 1
    if (2 * this.texts.length > this.#slots.length) this.#spread()
    return form
  }

  #spread(): void {
    this.#slots = new Int32Array(2 * this.#slots.length)
    const mask = this.#slots.length - 1
    for (let form = 0; form < this.texts.length; form++) {
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

/** A string of its own: engines keep slices as views of what they were cut from. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1)
}

/** A list of 32-bit integers that grows as it is written. */
export class Int32List {
  #items = new Int32Array(1 << 16)
  length = 0
  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.#items)
      this.#items = larger
    }
    this.#items[this.length++] = item
  }
  set(at: number, item: number): void {
    this.#items[at] = item
  }
  /** The items from `start` on, as a view that lasts until the next push. */
  from(start: number): Int32Array {
    return this.#items.subarray(start, this.length)
  }
  toArray(): Int32Array {
    return this.#items.slice(0, this.length)
  }
}

/** A list of bytes that grows as it is written. */
export class Uint8List {
  #items = new Uint8Array(1 << 16)
  length = 0
  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint8Array(this.length * 2)
      larger.set(this.#items)
      this.#items = larger
    }
    this.#items[this.length++] = item
  }
  /** The items from `start` on, as a view that lasts until the next push. */
  from(start: number): Uint8Array {
    return this.#items.subarray(start, this.length)
  }
  toArray(): Uint8Array {
    return this.#items.slice(0, this.length)
  }
}

/** A list of numbers that grows as it is written. */
export class Float64List {
  #items = new Float64Array(1 << 12)
  length = 0
  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new Float64Array(this.length * 2)
      larger.set(this.#items)
      this.#items = larger
    }
    this.#items[this.length++] = item
  }
  toArray(): Float64Array {
    return this.#items.slice(0, this.length)
  }
}

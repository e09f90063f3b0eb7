const [CAPITAL_A, CAPITAL_Z] = [0x41, 0x5a]

/** UTF-16 units, a list that grows as it is written. */
export class UnitList {
  #units: Uint16Array
  length = 0

  /** `expected`: about how many; more may come. */
  constructor(expected: number) {
    this.#units = new Uint16Array(expected)
  }

  addText(text: string): void {
    this.#reserve(text.length)
    for (let i = 0; i < text.length; i++) this.#units[this.length++] = text.charCodeAt(i)
  }

  add(units: Uint16Array, start: number, end: number): void {
    this.#reserve(end - start)
    for (let i = start; i < end; i++) this.#units[this.length++] = units[i]
  }

  addUnit(unit: number): void {
    this.#reserve(1)
    this.#units[this.length++] = unit
  }

  /** Puts `other` in the place of `unit` wherever it stands from unit `first` on. */
  replace(first: number, unit: number, other: number): void {
    for (let i = first; i < this.length; i++) if (this.#units[i] === unit) this.#units[i] = other
  }

  /** The same of units in ASCII, in small letters. */
  addSmall(units: Uint16Array, start: number, end: number): void {
    this.#reserve(end - start)
    for (let i = start; i < end; i++) {
      const unit = units[i]
      this.#units[this.length++] = unit >= CAPITAL_A && unit <= CAPITAL_Z ? unit | 32 : unit
    }
  }

  /** The units, as a view that lasts until more are added. */
  units(): Uint16Array {
    return this.#units.subarray(0, this.length)
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#units.length) return
    const larger = new Uint16Array(2 * (this.length + more))
    larger.set(this.#units)
    this.#units = larger
  }
}

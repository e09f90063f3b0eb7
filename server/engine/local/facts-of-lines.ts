import {
  ABSTRACT,
  DATE,
  ID,
  LINE_END,
  PAPER_NUMBERS,
  SOURCE,
  VENUE,
} from '../../analysis/kernels/wasm/paper-numbers.ts'
import { type FactColumns, FactTable } from '../../analysis/text/fact-table.ts'
import type { PaperFacts } from '../../analysis/text/paper-facts.ts'

const QUOTE = 0x22

/** What an analysis keeps of the papers of a piece, from where their values stand (`LinesRead`). */
export class FactsOfLines {
  readonly #bytes: Buffer
  /** Where a line begins → the facts of its paper, where it was read by other means. */
  readonly #noted = new Map<number, PaperFacts>()

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  note(from: number, facts: PaperFacts): void {
    this.#noted.set(from, facts)
  }

  /** The facts of all papers, and how far each line reaches beyond the one before it. `places`: PAPER_NUMBERS for each paper. */
  of(places: Uint32Array): { facts: FactColumns; lengths: Int32Array } {
    const papers = places.length / PAPER_NUMBERS
    const table = new FactTable(papers)
    const [date, venue, source] = [DATE, VENUE, SOURCE].map((value) => this.#placesOf(table, places, value))
    const lengths = new Int32Array(papers)
    let counted = 0
    for (let paper = 0; paper < papers; paper++) {
      const first = paper * PAPER_NUMBERS
      const noted = this.#noted.get(places[first])
      if (noted === undefined) {
        const hasAbstract = this.#bytes[places[first + ABSTRACT]] === QUOTE
        table.add(this.#text(places, first + ID)!, date(first), venue(first), source(first), hasAbstract)
      } else table.addFacts(noted)
      const end = places[first + LINE_END]
      lengths[paper] = end - counted
      counted = end
    }
    return { facts: table.columns, lengths }
  }

  /** Where in the table a value of a paper has its place. Most are what they were in the line before, of which no text is made again. */
  #placesOf(table: FactTable, places: Uint32Array, value: number): (first: number) => number {
    let last = -1
    let place = -1
    return (first) => {
      if (last < 0 || !this.#isSame(places, last, first + value))
        place = table.placeOf(this.#text(places, first + value))
      last = first + value
      return place
    }
  }

  #isSame(places: Uint32Array, a: number, b: number): boolean {
    const [from, at] = [places[a], places[b]]
    const length = places[a + 1] - from
    if (places[b + 1] - at !== length) return false
    for (let i = 0; i < length; i++) if (this.#bytes[from + i] !== this.#bytes[at + i]) return false
    return true
  }

  /** A text without escapes, or null. */
  #text(places: Uint32Array, value: number): string | null {
    const from = places[value]
    return this.#bytes[from] === QUOTE ? this.#bytes.toString('utf8', from + 1, places[value + 1] - 1) : null
  }
}

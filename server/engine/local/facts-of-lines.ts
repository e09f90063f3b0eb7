import { ABSTRACT, DATE, ID, LINE_END, PAPER_NUMBERS, SOURCE, VENUE } from '../../analysis/kernels/wasm/line-reader.ts'
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
  of(places: Uint32Array): { facts: PaperFacts[]; lengths: Int32Array } {
    const papers = places.length / PAPER_NUMBERS
    const facts = Array.from({ length: papers }, (_, paper) => {
      const own = places.subarray(paper * PAPER_NUMBERS, (paper + 1) * PAPER_NUMBERS)
      return this.#noted.get(own[0]) ?? this.#facts(own)
    })
    const lengths = new Int32Array(papers)
    let counted = 0
    for (let paper = 0; paper < papers; paper++) {
      const end = places[paper * PAPER_NUMBERS + LINE_END]
      lengths[paper] = end - counted
      counted = end
    }
    return { facts, lengths }
  }

  #facts(places: Uint32Array): PaperFacts {
    return {
      id: this.#text(places, ID)!,
      date: this.#text(places, DATE),
      venue: this.#text(places, VENUE),
      source: this.#text(places, SOURCE),
      hasAbstract: this.#bytes[places[ABSTRACT]] === QUOTE,
    }
  }

  /** A text without escapes, or null. */
  #text(places: Uint32Array, value: number): string | null {
    const from = places[value]
    return this.#bytes[from] === QUOTE ? this.#bytes.toString('utf8', from + 1, places[value + 1] - 1) : null
  }
}

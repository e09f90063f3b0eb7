/** Sequences of so many stems that enough papers hold, numbered as they are first met (single ones by their stem), and where they stand. */
export interface Grams {
  /** Gram → the gram without its last stem; −1 for single ones. */
  shorter: Int32Array
  /** Gram → its last stem. */
  last: Int32Array
  /** Gram → papers that have it where it may end a phrase. */
  wholes: Int32Array
  /**
   * Where grams stand, ascending: first token, its paper, and the gram. Of single ones only places with a token behind that may go on, of longer
   * ones all.
   */
  tokens: Int32Array
  papers: Int32Array
  grams: Int32Array
  /** Stem → papers that hold it. */
  stemPapers: Int32Array
}

/** Where grams stand, in the order in which they are added; `most` at most. */
export class Places {
  #tokens: Int32Array
  #papers: Int32Array
  #grams: Int32Array
  #count = 0

  constructor(most: number) {
    this.#tokens = new Int32Array(most)
    this.#papers = new Int32Array(most)
    this.#grams = new Int32Array(most)
  }

  add(token: number, paper: number, gram: number): void {
    const place = this.#count++
    this.#tokens[place] = token
    this.#papers[place] = paper
    this.#grams[place] = gram
  }

  all(): Pick<Grams, 'tokens' | 'papers' | 'grams'> {
    const end = this.#count
    return {
      tokens: this.#tokens.subarray(0, end),
      papers: this.#papers.subarray(0, end),
      grams: this.#grams.subarray(0, end),
    }
  }
}

import { NumberMap } from '../math/number-map.ts'
import type { Corpus } from '../text/corpus.ts'
import { AFTER_BREAK } from '../text/token-flags.ts'
import { type FormTerms, LIST } from './form-terms.ts'

/** The terms of one paper at a time, in reading order: what its forms count as, and pairs of neighbouring ones. Behind a long form come its words. */
export class TermReader {
  /** Terms of the paper that was read last, and how much each counts. */
  terms = new Int32Array(1024)
  weights = new Float32Array(1024)
  /** The pairs that were met, as stems; the number of the first is the number of stems. */
  readonly pairs: [number, number][] = []
  readonly #pairIds = new NumberMap(1 << 12)
  readonly #corpus: Corpus
  readonly #terms: FormTerms
  readonly #titleWeight: number
  #count = 0

  /** `titleWeight`: how much a word of the title counts; a word of the abstract counts 1. */
  constructor(corpus: Corpus, terms: FormTerms, titleWeight: number) {
    this.#corpus = corpus
    this.#terms = terms
    this.#titleWeight = titleWeight
  }

  /** Reads a paper into `terms` and `weights`; returns how many there are. */
  read(paper: number): number {
    const { starts, abstractStarts, forms, flags } = this.#corpus
    const { own, lists } = this.#terms
    this.#count = 0
    let before = -1
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      const weight = t < abstractStarts[paper] ? this.#titleWeight : 1
      const list = LIST - own[forms[t]]
      const term = list < 0 ? own[forms[t]] : lists[list + 1]
      if (term >= 0) {
        this.#add(term, weight)
        if (before >= 0 && (flags[t] & AFTER_BREAK) === 0) this.#add(this.#pair(before, term), weight)
      }
      before = list < 0 ? term : this.#addParts(list, weight)
    }
    return this.#count
  }

  /** Adds the words of a long form. Returns the last of them, with which what follows may make a pair. */
  #addParts(list: number, weight: number): number {
    const { lists } = this.#terms
    // The unit and its own first word are no pair.
    let before = -1
    for (let i = list + 2; i <= list + lists[list]; i++) {
      if (lists[i] >= 0) {
        this.#add(lists[i], weight)
        if (before >= 0) this.#add(this.#pair(before, lists[i]), weight)
      }
      before = lists[i]
    }
    return before
  }

  #pair(first: number, second: number): number {
    const stemCount = this.#corpus.stemTexts.length
    const id = this.#pairIds.getOrSet(first * stemCount + second, stemCount + this.pairs.length)
    if (id === stemCount + this.pairs.length) this.pairs.push([first, second])
    return id
  }

  #add(term: number, weight: number): void {
    if (this.#count === this.terms.length) {
      const [terms, weights] = [this.terms, this.weights]
      this.terms = new Int32Array(2 * terms.length)
      this.weights = new Float32Array(2 * terms.length)
      this.terms.set(terms)
      this.weights.set(weights)
    }
    this.terms[this.#count] = term
    this.weights[this.#count++] = weight
  }
}

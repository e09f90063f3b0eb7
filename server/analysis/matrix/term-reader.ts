import { NumberMap } from '../math/number-map.ts'
import type { Corpus } from '../text/corpus.ts'
import { IS_ACADEMIC, IS_BARE, IS_STOP } from '../text/fold.ts'
import { AFTER_BREAK } from '../text/token-flags.ts'

export interface TermOptions {
  /** Fewest papers a term must be in. */
  minDocuments: number
  /** Largest share of the papers a term may be in, 0–1. */
  maxShare: number
  /** Also take pairs of neighbouring words. */
  bigrams: boolean
  /** Leave the words of academic prose out. */
  dropAcademic: boolean
  /** How much a word of the title counts; a word of the abstract counts 1. */
  titleWeight: number
}

/**
 * The terms of one paper at a time, in reading order: stems, and pairs of neighbouring ones if wanted. Behind a long form come its words, so
 * that `large language model` is what `LLM` is, and also close to papers on language models. An acronym alone is not spelled out: that blurs
 * the topics of collections in which every other paper speaks of LLMs (README, what was tried).
 */
export class TermReader {
  /** Terms of the paper that was read last, and how much each counts. */
  terms = new Int32Array(1024)
  weights = new Float32Array(1024)
  /** The pairs that were met, as stems; the number of the first is the number of stems. */
  readonly pairs: [number, number][] = []
  readonly #pairIds = new NumberMap(1 << 12)
  readonly #corpus: Corpus
  readonly #options: TermOptions
  /** Form → its stem, −1 where that is no term. */
  readonly #termOfForm: Int32Array
  /** Form → the terms of the words that it is made of; of hardly any form. */
  readonly #partsOfForm: (Int32Array | undefined)[]
  readonly #hasParts: Uint8Array
  #count = 0

  constructor(corpus: Corpus, options: TermOptions) {
    this.#corpus = corpus
    this.#options = options
    const banned = IS_STOP | IS_BARE | (options.dropAcademic ? IS_ACADEMIC : 0)
    const termOfForm = corpus.stemOfForm.map((stem) => ((corpus.stemKinds[stem] & banned) === 0 ? stem : -1))
    this.#termOfForm = termOfForm
    this.#partsOfForm = Array.from({ length: termOfForm.length }, () => undefined)
    this.#hasParts = new Uint8Array(termOfForm.length)
    for (const [form, words] of corpus.longForms) {
      this.#partsOfForm[form] = words.map((word) => termOfForm[word])
      this.#hasParts[form] = 1
    }
  }

  /** Reads a paper into `terms` and `weights`; returns how many there are. */
  read(paper: number): number {
    const { starts, abstractStarts, forms, flags } = this.#corpus
    const termOfForm = this.#termOfForm
    const { bigrams, titleWeight } = this.#options
    this.#count = 0
    let before = -1
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      const form = forms[t]
      const weight = t < abstractStarts[paper] ? titleWeight : 1
      const term = termOfForm[form]
      if (term >= 0) {
        this.#add(term, weight)
        if (bigrams && before >= 0 && (flags[t] & AFTER_BREAK) === 0) this.#add(this.#pair(before, term), weight)
      }
      before = this.#hasParts[form] === 1 ? this.#addParts(this.#partsOfForm[form]!, weight) : term
    }
    return this.#count
  }

  /** Returns the last of the parts, with which what follows may make a pair. */
  #addParts(parts: Int32Array, weight: number): number {
    // The unit and its own first word are no pair.
    let before = -1
    for (const term of parts) {
      if (term >= 0) {
        this.#add(term, weight)
        if (this.#options.bigrams && before >= 0) this.#add(this.#pair(before, term), weight)
      }
      before = term
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

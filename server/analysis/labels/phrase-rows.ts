import type { Corpus, StemmedCorpus } from '../text/corpus.ts'
import type { Places } from './grams.ts'
import { BEGINS, ENDS } from './phrase-roles.ts'

/** Added to the mentions of a phrase that the title has. */
export const IN_TITLE = 128
const MOST_MENTIONS = 127

/** The distinct phrases of one length of each paper, as compressed rows. */
export interface PhraseRows {
  /** Where the phrases of paper i start in `phrases`: length n + 1. */
  starts: Int32Array
  phrases: Int32Array
  /** How often the paper has the phrase, at most 127; IN_TITLE is added where its title has it. Parallel to `phrases`. */
  mentions: Uint8Array
}

/** Rows that are written paper by paper. */
class RowWriter {
  readonly rows: PhraseRows
  readonly #abstractStarts: Int32Array
  /** Phrase → its place when it was last seen. */
  readonly #placeOf: Int32Array
  #paper = 0
  #first = 0
  #count = 0

  /** `firstPhrase`: the lowest number of the phrases that are met, `frequencies` their papers. */
  constructor(
    { n, abstractStarts }: Corpus,
    readonly firstPhrase: number,
    frequencies: readonly number[],
  ) {
    const size = frequencies.reduce((a, b) => a + b, 0)
    this.rows = { starts: new Int32Array(n + 1), phrases: new Int32Array(size), mentions: new Uint8Array(size) }
    this.#abstractStarts = abstractStarts
    this.#placeOf = new Int32Array(frequencies.length).fill(-1)
  }

  /** Everything that is met from now on is of this paper; none may come before an earlier one. */
  begin(paper: number): void {
    const { starts } = this.rows
    while (this.#paper < paper) starts[++this.#paper] = this.#count
    this.#first = this.#count
  }

  meet(phrase: number, token: number): void {
    const { phrases, mentions } = this.rows
    let place = this.#placeOf[phrase - this.firstPhrase]
    if (place < this.#first) {
      place = this.#placeOf[phrase - this.firstPhrase] = this.#count++
      phrases[place] = phrase
    }
    if ((mentions[place] & ~IN_TITLE) < MOST_MENTIONS) mentions[place]++
    if (token < this.#abstractStarts[this.#paper]) mentions[place] |= IN_TITLE
  }

  end(): PhraseRows {
    this.begin(this.rows.starts.length - 1)
    return this.rows
  }
}

/** Rows of the phrases that are single stems. `phraseOfStem`: −1 for none; `frequencies`: papers of each phrase, numbered from 0 on. */
export function singleRows(
  corpus: StemmedCorpus,
  roles: Uint8Array,
  phraseOfStem: Int32Array,
  frequencies: readonly number[],
): PhraseRows {
  const { stems } = corpus
  const writer = new RowWriter(corpus, 0, frequencies)
  for (let paper = 0; paper < corpus.n; paper++) {
    writer.begin(paper)
    for (let t = corpus.starts[paper]; t < corpus.starts[paper + 1]; t++) {
      if ((roles[t] & (BEGINS | ENDS)) === (BEGINS | ENDS) && phraseOfStem[stems[t]] >= 0)
        writer.meet(phraseOfStem[stems[t]], t)
    }
  }
  return writer.end()
}

/** Rows of the phrases of `length` stems. `phraseOfGram`: −1 for none; `frequencies`: papers of each phrase, numbered from `first` on. */
export function longerRows(
  corpus: Corpus,
  roles: Uint8Array,
  { count, tokens, grams }: Places,
  length: number,
  phraseOfGram: Int32Array,
  first: number,
  frequencies: readonly number[],
): PhraseRows {
  const { starts } = corpus
  const writer = new RowWriter(corpus, first, frequencies)
  let paper = 0
  writer.begin(paper)
  for (let i = 0; i < count; i++) {
    const phrase = phraseOfGram[grams[i]]
    if (phrase < 0 || (roles[tokens[i] + length - 1] & ENDS) === 0) continue
    if (starts[paper + 1] <= tokens[i]) {
      while (starts[paper + 1] <= tokens[i]) paper++
      writer.begin(paper)
    }
    writer.meet(phrase, tokens[i])
  }
  return writer.end()
}

import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { cleanText } from './clean.ts'
import type { Words } from './form-table.ts'
import { type Facts, isEmptyIn, KnownWords } from './known-words.ts'
import { ENGLISH, languageOf, LANGUAGES } from './languages.ts'
import { findStretches, type Stretches } from './stretches.ts'
import { TokenScanner } from './token-scanner.ts'
import { tokenize as plainTokenize } from './tokenize.ts'
import { type Tokenizer, tokenizerWith } from './vocabulary.ts'

/** The tokens of a shard; words are numbered in the order in which they are met in it. */
export interface TokenShard extends Words {
  /** Token → form. */
  forms: Int32Array
  /** Token → what stands before it (`tokenize`). */
  flags: Uint8Array
  /** Paper → tokens of its title, and of both. */
  titleTokens: Int32Array
  tokens: Int32Array
  /**
   * Words of papers in other languages than English are forms of their own, numbered after all words: form − number of words → its word
   * and its language.
   */
  foreignWords: Int32Array
  foreignLanguages: Uint8Array
  stretches: Stretches
}

type Foreign = Pick<TokenShard, 'foreignWords' | 'foreignLanguages'>

/** What all shards share that this thread reads. */
const KNOWN = new KnownWords()
const TITLE = new TokenScanner()
const ABSTRACT = new TokenScanner()
let forms = new Int32Array(1 << 16)
let flags = new Uint8Array(1 << 16)

/** Reads the papers of a shard one by one; a thread has one at a time. */
export class ShardReader {
  readonly #tokenize: Tokenizer
  #count = 0
  readonly #titleTokens: number[] = []
  /** Paper → tokens up to its end. */
  readonly #ends: number[] = []

  constructor(vocabulary: Vocabulary | undefined) {
    this.#tokenize = tokenizerWith(vocabulary)
    KNOWN.begin()
  }

  read(title: string, abstract: string | null): void {
    TITLE.load(title)
    if (abstract !== null) ABSTRACT.load(abstract)
    this.readLoaded(TITLE, abstract === null ? null : ABSTRACT)
  }

  /** Reads a paper from scanners that hold its texts. */
  readLoaded(title: TokenScanner, abstract: TokenScanner | null): void {
    const start = this.#count
    this.#readText(title)
    this.#titleTokens.push(this.#count - start)
    if (abstract !== null) this.#readText(abstract)
    this.#ends.push(this.#count)
  }

  /** The tokens of all papers that were read. */
  finish(): TokenShard {
    const all = { forms: forms.slice(0, this.#count), flags: flags.slice(0, this.#count) }
    const ends = Int32Array.from(this.#ends)
    const first = ends.map((_, i) => (i === 0 ? 0 : ends[i - 1]))
    const tokens = ends.map((end, i) => end - first[i])
    const titleTokens = Int32Array.from(this.#titleTokens)
    const { words, ...facts } = KNOWN.number(all.forms)
    const languages = tokens.map((_, i) => languageOf(all.forms.subarray(first[i], ends[i]), facts.stopsIn))
    const foreign = separateLanguages(all.forms, tokens, languages, facts.empty.length)
    // Titles keep what they repeat.
    const starts = first.map((start, i) => start + titleTokens[i])
    const stretches = findStretches({ ...all, starts, ends, ...withForeign(facts, foreign, words) })
    return { ...words, ...all, titleTokens, tokens, ...foreign, stretches }
  }

  #readText(scanner: TokenScanner): void {
    if (this.#tokenize !== plainTokenize) {
      this.#tokenize(cleanText(scanner.text()), (token, flag) => {
        reserve(this.#count + 1)
        flags[this.#count] = flag
        forms[this.#count++] = KNOWN.table.numberOfText(token)
      })
      return
    }
    let count = scanner.scan(true)
    if (count < 0) {
      scanner.load(cleanText(scanner.text()))
      count = scanner.scan()
    }
    reserve(this.#count + count)
    const { table } = KNOWN
    const { units, starts, ends, hashes, lows, highs, apostrophes } = scanner
    const first = this.#count
    const to = forms
    for (let t = 0; t < count; t++) {
      if (lows[t] !== 0) to[first + t] = table.numberOfShort(units, starts[t], ends[t], hashes[t], lows[t], highs[t])
      else if (apostrophes[t] === 0) to[first + t] = table.numberOf(units, starts[t], ends[t], hashes[t])
      else to[first + t] = table.numberOfText(scanner.token(t))
    }
    for (let t = 0; t < count; t++) flags[first + t] = scanner.flags[t]
    this.#count += count
  }
}

/** Makes room for so many tokens. */
function reserve(count: number): void {
  if (count <= forms.length) return
  const [oldForms, oldFlags] = [forms, flags]
  forms = new Int32Array(2 * count)
  flags = new Uint8Array(2 * count)
  forms.set(oldForms)
  flags.set(oldFlags)
}

/** The facts of all forms of a shard, foreign ones included. */
function withForeign(
  { hashes, empty }: Omit<Facts, 'words'>,
  { foreignWords, foreignLanguages }: Foreign,
  { units, starts }: Words,
): Pick<Facts, 'hashes' | 'empty'> {
  if (foreignWords.length === 0) return { hashes, empty }
  const text = (word: number): string =>
    String.fromCharCode.apply(null, units.subarray(starts[word], starts[word + 1]) as unknown as number[])
  return {
    hashes: joined(
      hashes,
      foreignWords.map((word) => hashes[word]),
    ),
    empty: joined(
      empty,
      Uint8Array.from(foreignWords, (word, i) => isEmptyIn(foreignLanguages[i], text(word))),
    ),
  }
}

function joined<A extends Int32Array | Uint8Array>(first: A, second: A): A {
  const both = new (first.constructor as new (length: number) => A)(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** Gives the words of papers in other languages forms of their own, in place. `tokens`: paper → how many it has. */
function separateLanguages(forms: Int32Array, tokens: Int32Array, languages: Int32Array, words: number): Foreign {
  const foreignWords: number[] = []
  const foreignLanguages: number[] = []
  const known = new Map<number, number>()
  let next = 0
  languages.forEach((language, paper) => {
    const from = next
    next += tokens[paper]
    if (language === ENGLISH) return
    for (let t = from; t < next; t++) {
      const key = forms[t] * LANGUAGES.length + language
      let form = known.get(key)
      if (form === undefined) {
        form = words + foreignWords.push(forms[t]) - 1
        foreignLanguages.push(language)
        known.set(key, form)
      }
      forms[t] = form
    }
  })
  return { foreignWords: Int32Array.from(foreignWords), foreignLanguages: Uint8Array.from(foreignLanguages) }
}

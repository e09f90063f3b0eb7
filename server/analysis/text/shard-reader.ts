import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { cleanText } from './clean.ts'
import { KnownWords } from './known-words.ts'
import type { TokenShard } from './token-shard.ts'
import { TokenScanner } from './token-scanner.ts'
import { tokenize as plainTokenize } from './tokenize.ts'
import { type Tokenizer, tokenizerWith } from './vocabulary.ts'

/** What all shards share that this thread reads. */
const KNOWN = new KnownWords()
const SCANNER = new TokenScanner()
let forms = new Int32Array(1 << 16)
let flags = new Uint8Array(1 << 16)

/** Reads the papers of a shard one by one; a thread has one at a time. `LineReader` does the same in WebAssembly. */
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
    const start = this.#count
    this.#readText(title)
    this.#titleTokens.push(this.#count - start)
    if (abstract !== null) this.#readText(abstract)
    this.#ends.push(this.#count)
  }

  /** The tokens of all papers that were read. */
  finish(): TokenShard {
    const all = { forms: forms.slice(0, this.#count), flags: flags.slice(0, this.#count) }
    const tokens = Int32Array.from(this.#ends, (end, i) => (i === 0 ? end : end - this.#ends[i - 1]))
    return { ...KNOWN.number(all.forms), ...all, titleTokens: Int32Array.from(this.#titleTokens), tokens }
  }

  #readText(text: string): void {
    if (this.#tokenize !== plainTokenize) {
      this.#tokenize(cleanText(text), (token, flag) => {
        reserve(this.#count + 1)
        flags[this.#count] = flag
        forms[this.#count++] = KNOWN.table.numberOfText(token)
      })
      return
    }
    SCANNER.load(text)
    let count = SCANNER.scan(true)
    if (count < 0) {
      SCANNER.load(cleanText(text))
      count = SCANNER.scan()
    }
    reserve(this.#count + count)
    const { table } = KNOWN
    const { units, starts, ends, hashes, lows, highs, apostrophes } = SCANNER
    const first = this.#count
    const to = forms
    for (let t = 0; t < count; t++) {
      if (lows[t] !== 0) to[first + t] = table.numberOfShort(units, starts[t], ends[t], hashes[t], lows[t], highs[t])
      else if (apostrophes[t] === 0) to[first + t] = table.numberOf(units, starts[t], ends[t], hashes[t])
      else to[first + t] = table.numberOfText(SCANNER.token(t))
    }
    for (let t = 0; t < count; t++) flags[first + t] = SCANNER.flags[t]
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

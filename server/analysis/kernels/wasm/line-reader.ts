import { PAPER_FIELDS } from '../../../../shared/paper.ts'
import { cleanText } from '../../text/clean.ts'
import { TokenScanner } from '../../text/token-scanner.ts'
import type { TokenShard } from '../../text/token-shard.ts'
import { learnClass, SIGNS } from '../../text/unit-classes.ts'
import { Arena, type GrowingMemory } from './arena.ts'
import { ABSTRACT, LINE_END, MARGIN, PAPER_NUMBERS, TITLE, TITLE_TOKENS, TOKENS } from './paper-numbers.ts'
import { PieceRooms } from './piece-rooms.ts'
import { ReaderState } from './reader-state.ts'
import { WordRoom } from './word-room.ts'

/** What the module has for it (`assembly/text`). */
export interface LineReaderModule {
  readLines(state: number): number
  endText(state: number, first: number): void
  readUnits(state: number, units: number, length: number): number
  newWords(state: number, isMet: number, found: number): number
  copyWords(state: number, found: number, count: number, starts: number, units: number): number
  numberOfWord(state: number, units: number, length: number): number
  spreadWords(from: number, to: number, thread: number, state: number, slots: number, mask: number): void
}

/** What `readLines` of the module says. */
const [DONE, FULL, ODD_LINE, ODD_TEXT, UNKNOWN_UNIT] = [0, 1, 2, 3, 4]

/** Who reads by other means what is not for the module. */
export interface OddReader {
  /** A line that begins at `from` and is not as `paperLine` writes it. */
  line(from: number): OddLine
  /** A text that stands from … to as JSON, quotes included. */
  text(from: number, to: number): string
}

export interface OddLine {
  /** Where it ends, LF included. */
  end: number
  /** Null where nothing stands in it. */
  paper: { title: string; abstract: string | null } | null
}

export interface LinesRead {
  tokens: TokenShard
  /** PAPER_NUMBERS for each paper; those of the values only where the line is none of `odd`. */
  places: Uint32Array
}

/** Words that are remembered; beyond, one begins anew. */
const MOST_REMEMBERED = 500_000

const KEYS = PAPER_FIELDS.map((field, i) => `${i === 0 ? '{' : ','}"${field}":`)
/**
 * Reads lines of papers into tokens, in WebAssembly: what `ShardReader` does, bit for bit. Texts with something rare to be cleaned (`assembly/text/clean-text.ts`) and scripts that are written without
 * spaces come back to TypeScript. A thread has one, with memory of its own, and keeps what it knows of words: each piece brings those alone that no piece before it had.
 */
export class LineReader {
  readonly #module: LineReaderModule
  readonly #arena: Arena
  readonly #state: ReaderState
  readonly #words: WordRoom
  readonly #kinds: Uint8Array
  readonly #scanner = new TokenScanner()
  #number: number
  readonly #rooms: PieceRooms
  /** The piece that is being read, in its memory. */
  #bytes: Uint8Array = new Uint8Array(0)
  /** Word → 1 where a token of a piece had it. */
  #isMet: Uint8Array = new Uint8Array(0)

  /** `number`: what tells it apart from other readers; it takes the next number when it forgets its words. */
  constructor(memory: GrowingMemory, module: LineReaderModule, number: number) {
    this.#number = number
    this.#module = module
    this.#arena = new Arena(memory, 2 ** 32)
    this.#state = new ReaderState(this.#arena)
    this.#rooms = new PieceRooms(this.#arena, this.#state)
    this.#words = new WordRoom(this.#arena, this.#state, (...args) => module.spreadWords(0, 0, 0, ...args))
    this.#kinds = this.#arena.bytes(1 << 16).fill(UNKNOWN)
    for (let unit = 0; unit < 128; unit++) this.#learn(unit)
    const signs = this.#arena.bytes(1 << 16)
    signs.set(SIGNS)
    const keys = this.#arena.bytes(KEYS.join('').length)
    keys.set(Array.from(KEYS.join(''), (sign) => sign.charCodeAt(0)))
    const keyEnds = this.#arena.int32(KEYS.length)
    KEYS.reduce((end, key, i) => (keyEnds[i] = end + key.length), 0)
    const [kindsAt, signsAt, keysAt] = [this.#kinds, signs, keys].map(({ byteOffset }) => byteOffset)
    this.#state.set({ kinds: kindsAt, signs: signsAt, keys: keysAt, keyEnds: keyEnds.byteOffset })
  }

  /** Bytes that its memory takes. */
  get memoryBytes(): number {
    return this.#arena.top
  }

  /** Forgets all words: the next piece tells of all that it holds. */
  forget(): void {
    this.#number++
    this.#words.forget()
    this.#isMet.fill(0)
  }

  /** Room for so many bytes of a piece that is to be read, in its memory: it need not be copied then. */
  room(bytes: number): Uint8Array {
    this.#rooms.reserve(bytes)
    return this.#rooms.bytes.subarray(0, bytes)
  }

  /** Reads a piece: well-formed UTF-8, whole lines; it may lie in the reader's own room. */
  read(bytes: Uint8Array, odd: OddReader): LinesRead {
    this.#begin(bytes)
    const state = this.#state
    for (;;) {
      const met = this.#module.readLines(state.place)
      if (met === DONE) return this.#finish()
      if (met === FULL) this.#words.reserve(2 * MARGIN + this.#lineLength())
      else if (met === ODD_LINE) this.#readOddLine(odd.line(state.get('at')))
      else if (met === ODD_TEXT) this.#readOddText(odd)
      else this.#learnUnits()
    }
  }

  #begin(bytes: Uint8Array): void {
    if (bytes.buffer === this.#rooms.bytes.buffer) this.#bytes = bytes
    else {
      this.#bytes = this.room(bytes.length)
      this.#bytes.set(bytes)
    }
    if (this.#state.get('words') > MOST_REMEMBERED) this.forget()
    this.#state.set({ bytes: this.#bytes.byteOffset, at: 0, end: bytes.length, tokens: 0, paperCount: 0, phase: 0 })
  }

  #finish(): LinesRead {
    const state = this.#state
    const found = this.#rooms.found.byteOffset
    const count = this.#module.newWords(state.place, this.#metWords().byteOffset, found)
    // The rooms of the texts are free now, and large enough.
    const starts = new Int32Array(this.#rooms.title.buffer, this.#rooms.title.byteOffset, count + 1)
    const units = this.#rooms.abstract
    const length = this.#module.copyWords(state.place, found, count, starts.byteOffset, units.byteOffset)
    const tokens = state.get('tokens')
    const papers = state.get('paperCount')
    const places = this.#rooms.papers.slice(0, papers * PAPER_NUMBERS)
    const ofPapers = (number: number): Int32Array =>
      Int32Array.from({ length: papers }, (_, paper) => places[paper * PAPER_NUMBERS + number])
    return {
      places,
      tokens: {
        units: units.slice(0, length),
        starts: starts.slice(),
        known: { reader: this.#number, ids: this.#rooms.found.slice(0, count) },
        forms: this.#rooms.forms.slice(0, tokens),
        flags: this.#rooms.flags.slice(0, tokens),
        titleTokens: ofPapers(TITLE_TOKENS),
        tokens: ofPapers(TOKENS),
      },
    }
  }

  /** Word → 1 where a token had it, for all words. */
  #metWords(): Uint8Array {
    const words = this.#state.get('words')
    if (words > this.#isMet.length) {
      const isMet = this.#arena.bytes(2 * words)
      isMet.set(this.#isMet)
      this.#isMet = isMet
    }
    return this.#isMet
  }

  #lineLength(): number {
    const from = this.#state.get('at')
    return this.#bytes.indexOf(10, from) - from
  }

  #readOddLine({ end, paper }: OddLine): void {
    const state = this.#state
    if (paper === null) return state.set({ at: end })
    const places = this.#paper()
    places[0] = state.get('at')
    places[LINE_END] = end
    state.set({ phase: 1 })
    this.#readText(paper.title)
    this.#readText(paper.abstract ?? '')
  }

  /** Reads a text that may have to be cleaned, from its place in the line. */
  #readOddText(odd: OddReader): void {
    const at = this.#state.get('phase') === 1 ? TITLE : ABSTRACT
    const places = this.#paper()
    this.#readText(odd.text(places[at], places[at + 1]))
  }

  /** The numbers of the paper that is being read. */
  #paper(): Uint32Array {
    const first = this.#state.get('paperCount') * PAPER_NUMBERS
    return this.#rooms.papers.subarray(first, first + PAPER_NUMBERS)
  }

  #readText(text: string): void {
    const state = this.#state
    const first = state.get('tokens')
    const scanner = this.#scanner
    scanner.load(cleanText(text))
    this.#words.reserve(scanner.length)
    const units = scanner.units.subarray(0, scanner.length)
    this.#rooms.odd.set(units)
    const read = (): number => this.#module.readUnits(state.place, this.#rooms.odd.byteOffset, units.length)
    let found = read()
    if (found === -UNKNOWN_UNIT) {
      this.#learnAll(units)
      found = read()
    }
    if (found < 0) this.#scanHere()
    this.#module.endText(state.place, first)
  }

  /** Has the tokens of the text that was loaded found by the scanner in TypeScript. */
  #scanHere(): void {
    const state = this.#state
    const first = state.get('tokens')
    const count = this.#scanner.scan()
    for (let t = 0; t < count; t++) {
      const token = this.#scanner.token(t)
      for (let i = 0; i < token.length; i++) this.#rooms.odd[i] = token.charCodeAt(i)
      this.#rooms.forms[first + t] = this.#module.numberOfWord(state.place, this.#rooms.odd.byteOffset, token.length)
      this.#rooms.flags[first + t] = this.#scanner.flags[t]
    }
    state.set({ tokens: first + count })
  }

  /** Learns what units are that the texts of the line hold. */
  #learnUnits(): void {
    const state = this.#state
    this.#learnAll(this.#rooms.title.subarray(0, state.get('titleLength')))
    this.#learnAll(this.#rooms.abstract.subarray(0, state.get('abstractLength')))
  }

  #learnAll(units: Uint16Array): void {
    for (const unit of units) if (this.#kinds[unit] === UNKNOWN) this.#learn(unit)
  }

  #learn(unit: number): void {
    this.#kinds[unit] = learnClass(unit) | (/\p{L}/u.test(String.fromCharCode(unit)) ? LETTER : 0)
  }
}

/** A unit of which is not known what it is, and what is added to that of a letter, digits and marks left aside. */
const UNKNOWN = 127
const LETTER = 128

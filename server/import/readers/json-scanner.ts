import { LIMITS, readableBytes } from '../limits.ts'

/** One value of interest in a JSON text, found without parsing what is around it. */
export interface FoundRecord {
  text: string
  /** 1-based line on which it starts. */
  line: number
}

/** What the scanner finds. */
export interface Findings {
  record(found: FoundRecord): void
  malformed(line: number, reason: string): void
}

/** Keys, folded, under which an object holds its records, and keys of objects that wrap such an object. */
const LISTS = new Set([
  'papers',
  'data',
  'results',
  'works',
  'items',
  'records',
  'documents',
  'dailypapers',
  'docs',
  'entries',
  'hits',
])
const WRAPPERS = new Set(['message', 'response', 'data', 'result', 'results', 'hits', 'payload'])

const TOO_LONG = `record longer than ${readableBytes(LIMITS.recordLength)}`

/** Where the scanner stands: in a list of records, in an object that may hold one, or in a value of no interest. */
interface Frame {
  kind: 'list' | 'object'
  /** What may come next. */
  expect: 'value' | 'first' | 'key' | 'firstKey' | 'colon' | 'next'
  /** The folded key whose value comes next; of objects. */
  key: string
}

/**
 * Walks a JSON text piece by piece and hands out each record as its own text: the entries of an outer array, of an array
 * under one of the usual keys, or the outer object itself where it holds no such array. Linear, with one record in memory.
 */
export class JsonScanner {
  readonly #found: Findings
  readonly #frames: Frame[] = []
  #buffer = ''
  #at = 0
  #line = 1
  /** Start of the value that is being walked over in the buffer, −1 for none; its line; and what is open in it. */
  #start = -1
  #startLine = 0
  #open: string[] = []
  #inString = false
  #escaped = false
  /** True where the value is a record, false where it is only passed over. */
  #wanted = false
  /** The outer object from its start, while it may itself be the one record; null once it is not. */
  #outer: { text: string; line: number } | null = null
  #outerTooLong = false
  #lists = 0
  #ended = false

  constructor(found: Findings) {
    this.#found = found
  }

  write(chunk: string): void {
    if (this.#ended) return
    this.#buffer = this.#buffer.slice(this.#start >= 0 ? this.#start : this.#at) + chunk
    this.#at -= this.#start >= 0 ? this.#start : this.#at
    if (this.#start >= 0) this.#start = 0
    this.#scan()
  }

  end(): void {
    if (this.#ended) return
    if (this.#start >= 0 && !this.#inString && this.#open.length === 0) this.#finishValue(this.#buffer.length)
    if (this.#start >= 0) this.#fail('record cut short: the JSON ends too early', this.#startLine)
    else if (this.#frames.length > 0) this.#fail('file cut short: the JSON ends before its last bracket')
  }

  /** Ends the scan: nothing after this place can be told apart. */
  #fail(reason: string, line = this.#line): void {
    if (this.#ended) return
    this.#ended = true
    this.#found.malformed(line, reason)
  }

  #scan(): void {
    const text = this.#buffer
    while (this.#at < text.length && !this.#ended) {
      if (this.#start >= 0) {
        this.#walkValue()
        continue
      }
      const mark = text.charCodeAt(this.#at)
      if (mark === 10) this.#line++
      if (mark === 10 || mark === 32 || mark === 9) this.#at++
      else this.#step(text[this.#at])
    }
    if (this.#start >= 0 && text.length - this.#start > LIMITS.recordLength) this.#passOver()
  }

  /** Forgets a value that is too long to be a record, and walks on to its end. */
  #passOver(): void {
    if (this.#wanted) this.#found.malformed(this.#startLine, TOO_LONG)
    this.#wanted = false
    this.#outerTooLong = true
    this.#start = this.#at
  }

  /** One mark outside a value. */
  #step(mark: string): void {
    const frame = this.#frames.at(-1)
    if (!frame) {
      if (mark === '[') this.#enter('list')
      else if (mark === '{') {
        this.#outer = { text: '', line: this.#line }
        this.#outerTooLong = false
        this.#lists = 0
        this.#enter('object')
      } else this.#fail(`expected a JSON array or object, found ${mark}`)
      return
    }
    const { kind, expect } = frame
    const close = kind === 'list' ? ']' : '}'
    if (mark === close && (expect === 'next' || expect === 'first' || expect === 'firstKey')) {
      this.#keep(mark)
      this.#at++
      this.#leave()
    } else if (mark === ',' && expect === 'next') {
      frame.expect = kind === 'list' ? 'value' : 'key'
      this.#keep(mark)
      this.#at++
    } else if (mark === ':' && expect === 'colon') {
      frame.expect = 'value'
      this.#keep(mark)
      this.#at++
    } else if (mark === '"' && (expect === 'key' || expect === 'firstKey')) this.#begin(false)
    else if (expect === 'value' || expect === 'first') this.#enterOrBegin(frame, mark)
    else
      this.#fail(
        `expected ${expect === 'colon' ? ':' : expect === 'next' ? `, or ${close}` : 'a name in quotes'}, found ${mark}`,
      )
  }

  #enterOrBegin(frame: Frame, mark: string): void {
    if (frame.kind === 'object') {
      if (mark === '[' && LISTS.has(frame.key)) return this.#enter('list')
      if (mark === '{' && WRAPPERS.has(frame.key) && this.#frames.length < 4) return this.#enter('object')
    }
    if (/[\]},:]/.test(mark)) return this.#fail(`expected a value, found ${mark}`)
    this.#begin(frame.kind === 'list')
  }

  #enter(kind: Frame['kind']): void {
    this.#keep(kind === 'list' ? '[' : '{')
    if (kind === 'list') this.#lists++
    this.#frames.push({ kind, expect: kind === 'list' ? 'first' : 'firstKey', key: '' })
    this.#at++
  }

  #leave(): void {
    this.#frames.pop()
    const parent = this.#frames.at(-1)
    if (parent) {
      parent.expect = 'next'
      return
    }
    if (this.#outer && this.#lists === 0) {
      if (this.#outerTooLong) this.#found.malformed(this.#outer.line, TOO_LONG)
      else this.#found.record(this.#outer)
    }
    this.#outer = null
  }

  #begin(wanted: boolean): void {
    this.#start = this.#at
    this.#startLine = this.#line
    this.#wanted = wanted
    this.#open = []
    this.#inString = false
    this.#escaped = false
  }

  /** Walks on in a value until it ends or the buffer does. */
  #walkValue(): void {
    const text = this.#buffer
    let at = this.#at
    for (; at < text.length; at++) {
      const mark = text.charCodeAt(at)
      if (mark === 10) this.#line++
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (mark === 92) this.#escaped = true
        else if (mark === 34) {
          this.#inString = false
          if (this.#open.length === 0) return this.#finishValue(at + 1)
        }
      } else if (mark === 34) this.#inString = true
      else if (mark === 123 || mark === 91) this.#open.push(mark === 123 ? '}' : ']')
      else if (mark === 125 || mark === 93 || mark === 44 || mark === 32 || mark === 10 || mark === 9) {
        // A number or a word ends before such a mark.
        if (this.#open.length === 0) {
          if (mark === 10) this.#line--
          return this.#finishValue(at)
        }
        if (mark === 125 || mark === 93) {
          if (this.#open.pop() !== text[at])
            return this.#fail('record is not JSON: its brackets do not match', this.#startLine)
          if (this.#open.length === 0) return this.#finishValue(at + 1)
        }
      }
    }
    this.#at = at
  }

  #finishValue(end: number): void {
    const value = this.#buffer.slice(this.#start, end)
    const frame = this.#frames.at(-1) as Frame
    this.#at = end
    this.#start = -1
    if (frame.kind === 'object') {
      this.#keep(value)
      if (frame.expect === 'key' || frame.expect === 'firstKey') {
        frame.key = value
          .slice(1, 60)
          .toLowerCase()
          .replaceAll(/[^a-z]/g, '')
        frame.expect = 'colon'
        return
      }
    } else if (value.length > LIMITS.recordLength) this.#found.malformed(this.#startLine, TOO_LONG)
    else if (this.#wanted) this.#found.record({ text: value, line: this.#startLine })
    frame.expect = 'next'
  }

  /** Adds to the outer object's own text, as long as that may be a record. */
  #keep(text: string): void {
    if (!this.#outer) return
    if (this.#lists > 0 || this.#outerTooLong) this.#outer.text = ''
    else this.#outer.text += text
    if (this.#outer.text.length > LIMITS.recordLength) this.#outerTooLong = true
  }
}

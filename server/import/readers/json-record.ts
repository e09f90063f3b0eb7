import { LIMITS } from '../limits.ts'
import type { RawRecord, Sink } from './reader.ts'

/** Objects inside a record whose entries are as good as its own: the paper of a Hugging Face post, ids of Semantic Scholar. */
const INNER = ['paper', 'externalids']

/** Hands one parsed JSON value to the sink: a record, or a malformed one. */
export function takeJsonRecord(value: unknown, line: number, sink: Sink): void {
  // First of all: everything after this may recurse.
  if (isDeeperThan(value, LIMITS.jsonDepth)) {
    sink.malformed(line, `record nested deeper than ${LIMITS.jsonDepth}`)
    return
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    sink.malformed(line, `record is no object: ${show(value)}`)
    return
  }
  sink.record(rawRecord(value, line, sink))
}

function rawRecord(object: object, line: number, sink: Sink): RawRecord {
  const values = new Map<string, unknown>()
  for (const [key, value] of Object.entries(object)) {
    const folded = sink.fold(key)
    if (!values.has(folded)) values.set(folded, value)
  }
  const plain = values.has('dateprecision') && values.has('dateinferred')
  for (const name of INNER) {
    const inner = values.get(name)
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue
    for (const [key, value] of Object.entries(inner)) {
      const folded = sink.fold(key)
      if (value !== null && (name === 'paper' || !values.has(folded))) values.set(folded, value)
    }
  }
  const inverted = values.get('abstractinvertedindex')
  if (!values.has('abstract') && typeof inverted === 'object' && inverted !== null) {
    values.set('abstract', textOfInvertedIndex(inverted))
  }
  return { line, values, plain }
}

/** An abstract as OpenAlex gives it: each word with the places where it stands. */
function textOfInvertedIndex(index: object): string {
  const words: [place: number, word: string][] = []
  for (const [word, places] of Object.entries(index)) {
    if (!Array.isArray(places)) continue
    for (const place of places) if (typeof place === 'number' && words.length < 50_000) words.push([place, word])
  }
  return words
    .sort((a, b) => a[0] - b[0])
    .map(([, word]) => word)
    .join(' ')
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth === 0) return true
  for (const inner of Object.values(value)) if (isDeeperThan(inner, depth - 1)) return true
  return false
}

/** A value short enough for a message. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text
}

/** Why JSON.parse failed, without the text that V8 quotes. */
export function jsonFault(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  if (/end of JSON input|Unterminated/.test(message)) return 'record cut short: the JSON ends too early'
  return 'record is not JSON'
}

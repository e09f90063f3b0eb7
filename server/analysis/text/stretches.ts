import { Float64List, Int32List, Uint8List } from './growing-list.ts'
import { AFTER_COLON, AFTER_SENTENCE } from './token-flags.ts'

/** Stretches of abstracts that could be boilerplate, in reading order. */
export interface Stretches {
  /** The same for the same words, whatever their case, all numbers being alike: whole numbers of up to 52 bits. */
  keys: Float64Array
  /** First token of each, and how many it has. */
  starts: Int32Array
  lengths: Uint8Array
}

/** Tokens as `findStretches` reads them. */
interface Abstracts {
  forms: Int32Array
  flags: Uint8Array
  /** Form → hash of its word, 1 where it says nothing (`KnownWords`). */
  hashes: Int32Array
  empty: Uint8Array
  /** First token of each abstract, and the one after its last. */
  starts: Int32Array
  ends: Int32Array
}

/** Tokens of a run. */
const RUN = 7
/** Tokens of a sentence, and of the head of a section. */
const SHORTEST_SENTENCE = 3
const LONGEST_HEAD = 4
/** Share of the words of a run that hold sentences together or stand in any abstract; a run with fewer may be of the subject. */
const LEAST_EMPTY = 0.6

/** Finds whole short sentences and runs of seven words, of words that say little, and heads of sections. Linear in the number of tokens. */
export function findStretches({ forms, flags, hashes, empty, starts, ends }: Abstracts): Stretches {
  const high = hashes.map((hash) => mixed(hash, HIGH))
  const low = hashes.map((hash) => mixed(hash, LOW))
  const keys = new Float64List()
  const firsts = new Int32List()
  const lengths = new Uint8List()
  const add = (key: number, from: number, to: number): void => {
    keys.push(key)
    firsts.push(from)
    lengths.push(to - from)
  }
  for (let paper = 0; paper < starts.length; paper++) {
    const first = starts[paper]
    const end = ends[paper]
    let sentence = first
    let emptyOfRun = 0
    let emptyOfSentence = 0
    // A run's hash is a polynomial of its words, so that the next one follows from it (Karp and Rabin 1987).
    let highOfRun = 0
    let lowOfRun = 0
    for (let t = first; t < end; t++) {
      const next = t + 1
      const form = forms[t]
      emptyOfRun += empty[form]
      emptyOfSentence += empty[form]
      highOfRun = (Math.imul(highOfRun, HIGH) + high[form]) | 0
      lowOfRun = (Math.imul(lowOfRun, LOW) + low[form]) | 0
      if (t - RUN >= first) {
        const gone = forms[t - RUN]
        emptyOfRun -= empty[gone]
        highOfRun = (highOfRun - Math.imul(HIGH_OF_RUN, high[gone])) | 0
        lowOfRun = (lowOfRun - Math.imul(LOW_OF_RUN, low[gone])) | 0
      }
      if (next - RUN >= first && emptyOfRun >= LEAST_EMPTY * RUN) add(keyOf(highOfRun, lowOfRun), next - RUN, next)
      const after = next === end ? AFTER_SENTENCE : flags[next]
      if ((after & (AFTER_SENTENCE | AFTER_COLON)) === 0) continue
      const length = next - sentence
      if ((after & AFTER_COLON) !== 0 && length <= LONGEST_HEAD) add(keyFrom(sentence, next, HEAD), sentence, next)
      // Longer sentences are runs.
      if (length >= SHORTEST_SENTENCE && length < RUN && emptyOfSentence > 0)
        add(keyFrom(sentence, next, SENTENCE), sentence, next)
      sentence = next
      emptyOfSentence = 0
    }
  }
  return { keys: keys.toArray(), starts: firsts.toArray(), lengths: lengths.toArray() }

  /** `kind` keeps a head apart from a sentence of the same words, and both from runs. */
  function keyFrom(from: number, to: number, kind: number): number {
    let highOfAll = kind
    let lowOfAll = to - from
    for (let t = from; t < to; t++) {
      highOfAll = (Math.imul(highOfAll, HIGH) + high[forms[t]]) | 0
      lowOfAll = (Math.imul(lowOfAll, LOW) + low[forms[t]]) | 0
    }
    return keyOf(highOfAll, lowOfAll)
  }
}

const SENTENCE = 0x2545f491
const HEAD = 0x5851f42d
/** Bases of two polynomials modulo 2³², and their powers that a word has when its run has gone by. */
const HIGH = 0x01000193
const LOW = 0x85ebca6b | 0
const HIGH_OF_RUN = power(HIGH)
const LOW_OF_RUN = power(LOW)

function power(base: number): number {
  let result = 1
  for (let i = 0; i < RUN; i++) result = Math.imul(result, base)
  return result
}

/** A hash with all its bits mixed, one way for each base: the finalizer of MurmurHash3. */
function mixed(hash: number, base: number): number {
  let bits = Math.imul(hash + 1, base)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

/** 52 bits of two hashes. */
function keyOf(high: number, low: number): number {
  return ((high ^ (high >>> 15)) >>> 0) * 0x100000 + (low >>> 12)
}

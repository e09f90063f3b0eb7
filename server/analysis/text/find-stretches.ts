import { AFTER_COLON, AFTER_SENTENCE } from './token-flags.ts'
import type { Abstracts } from './token-kernels.ts'

/** Tokens of a run. */
const RUN = 7
/** Tokens of a sentence, and of the head of a section. */
const SHORTEST_SENTENCE = 3
const LONGEST_HEAD = 4
/** Words of a run that must hold sentences together or stand in any abstract; a run with fewer may be of the subject. */
const LEAST_EMPTY = 5

/**
 * Finds whole short sentences and runs of seven words, of words that say little, and heads of sections, in reading order. Two keys of 32 bits are the same for the same words,
 * whatever their case, all numbers being alike. Linear in the number of tokens.
 */
export function findStretches(
  { n, starts: ends, abstractStarts: starts, forms, flags, hashes }: Abstracts,
  add: (high: number, low: number, from: number, length: number) => void,
): void {
  for (let paper = 0; paper < n; paper++) {
    const first = starts[paper]
    const end = ends[paper + 1]
    let sentence = first
    let emptyOfRun = 0
    let emptyOfSentence = 0
    // A run's hash is a polynomial of its words, so that the next one follows from it (Karp and Rabin 1987).
    let highOfRun = 0
    let lowOfRun = 0
    for (let t = first; t < end; t++) {
      const next = t + 1
      const high = hashes[2 * forms[t]]
      const low = hashes[2 * forms[t] + 1]
      emptyOfRun += high & 1
      emptyOfSentence += high & 1
      highOfRun = (Math.imul(highOfRun, HIGH) + high) | 0
      lowOfRun = (Math.imul(lowOfRun, LOW) + low) | 0
      if (t - RUN >= first) {
        const gone = 2 * forms[t - RUN]
        emptyOfRun -= hashes[gone] & 1
        highOfRun = (highOfRun - Math.imul(HIGH_OF_RUN, hashes[gone])) | 0
        lowOfRun = (lowOfRun - Math.imul(LOW_OF_RUN, hashes[gone + 1])) | 0
      }
      if (next - RUN >= first && emptyOfRun >= LEAST_EMPTY) add(highOfRun, lowOfRun, next - RUN, RUN)
      const after = next === end ? AFTER_SENTENCE : flags[next]
      if ((after & (AFTER_SENTENCE | AFTER_COLON)) === 0) continue
      const length = next - sentence
      if ((after & AFTER_COLON) !== 0 && length <= LONGEST_HEAD) addAll(sentence, length, HEAD)
      // Longer sentences are runs.
      if (length >= SHORTEST_SENTENCE && length < RUN && emptyOfSentence > 0) addAll(sentence, length, SENTENCE)
      sentence = next
      emptyOfSentence = 0
    }
  }

  /** `kind` keeps a head apart from a sentence of the same words, and both from runs. */
  function addAll(from: number, length: number, kind: number): void {
    let highOfAll = kind
    let lowOfAll = length
    for (let t = from; t < from + length; t++) {
      highOfAll = (Math.imul(highOfAll, HIGH) + hashes[2 * forms[t]]) | 0
      lowOfAll = (Math.imul(lowOfAll, LOW) + hashes[2 * forms[t] + 1]) | 0
    }
    add(highOfAll, lowOfAll, from, length)
  }
}

const SENTENCE = 0x2545f491
const HEAD = 0x5851f42d
/** Bases of two polynomials modulo 2³², and their powers that a word has when its run has gone by. */
export const HIGH = 0x01000193
export const LOW = 0x85ebca6b | 0
const HIGH_OF_RUN = power(HIGH)
const LOW_OF_RUN = power(LOW)

function power(base: number): number {
  let result = 1
  for (let i = 0; i < RUN; i++) result = Math.imul(result, base)
  return result
}

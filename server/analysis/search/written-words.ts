import { tokenize } from '../text/tokenize.ts'
import { sentencesOf } from './sentences.ts'

/** A word of a text as it stands there. */
export interface WrittenWord {
  /** Small letters, without a possessive. */
  word: string
  /** UTF-16 units from `start` up to, not including, `end`. */
  start: number
  end: number
  /** Counts up word by word and leaps at the end of a sentence, so that no phrase reaches across. */
  place: number
  /** The word and the one before it as one, where a hyphen joins them (`pre-training` → `pretraining`); null elsewhere. */
  joined: string | null
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const GAP = 16

/** The words of a text with their places in it, close to how the index reads them, though nothing is cleaned away before. */
export function writtenWords(text: string): WrittenWord[] {
  const words: WrittenWord[] = []
  let place = 0
  let from = 0
  /** Adds a word, which may end in a possessive. */
  const add = (written: string, start: number): void => {
    const bare = isPossessive(written) ? written.slice(0, -2) : written
    const word = bare.toLowerCase()
    const before = words.at(-1)
    const joins = before !== undefined && before.end + 1 === start && isHyphen(text.charCodeAt(start - 1))
    words.push({ word, start, end: start + bare.length, place: place++, joined: joins ? before.word + word : null })
  }
  for (const sentence of sentencesOf(text)) {
    if (ASCII.test(sentence)) addAscii(sentence, from, add)
    else {
      for (const match of sentence.matchAll(WORD)) {
        const start = from + match.index
        if (UNSPACED.test(match[0])) {
          let at = start
          tokenize(match[0], (token) => {
            words.push({ word: token, start: at, end: at + token.length, place: place++, joined: null })
            at += token.length
          })
        } else add(match[0], start)
      }
    }
    from += sentence.length
    place += GAP
  }
  return words
}

const ASCII = /^[\0-\x7F]*$/

/** What WORD finds in a sentence of plain letters, which most are, without its costs. */
function addAscii(sentence: string, from: number, add: (word: string, start: number) => void): void {
  const isIn = (at: number): boolean => isLetterOrDigit(sentence.charCodeAt(at))
  for (let at = 0; at < sentence.length; at++) {
    if (!isIn(at)) continue
    const start = at
    do {
      at++
      if (sentence.charCodeAt(at) === APOSTROPHE && isIn(at + 1)) at++
    } while (isIn(at))
    add(sentence.slice(start, at), from + start)
  }
}

const APOSTROPHE = 0x27

function isLetterOrDigit(code: number): boolean {
  const small = code | 0x20
  return (small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011
}

/** Whether a word ends in `'s`. */
function isPossessive(word: string): boolean {
  const at = word.length - 2
  return word.charCodeAt(at) === APOSTROPHE && (word.charCodeAt(at + 1) | 0x20) === 0x73
}

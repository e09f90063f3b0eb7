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
  for (const sentence of sentencesOf(text)) {
    for (const match of sentence.matchAll(WORD)) {
      const start = from + match.index
      if (UNSPACED.test(match[0])) {
        let at = start
        tokenize(match[0], (token) => {
          words.push({ word: token, start: at, end: at + token.length, place: place++, joined: null })
          at += token.length
        })
        continue
      }
      const bare = match[0].replace(/'s$/i, '')
      const word = bare.toLowerCase()
      const before = words.at(-1)
      const joins = before !== undefined && before.end + 1 === start && /[-\u2010\u2011]/.test(text[start - 1])
      words.push({ word, start, end: start + bare.length, place: place++, joined: joins ? before.word + word : null })
    }
    from += sentence.length
    place += GAP
  }
  return words
}

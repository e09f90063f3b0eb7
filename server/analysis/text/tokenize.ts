import { TextUnits } from './text-units.ts'

/** Longest token in UTF-16 units; the rest of a longer one is cut (stemming is quadratic in the length). */
export const MAX_TOKEN_LENGTH = 64

/** Nothing, or punctuation, stands before a token; a phrase may not reach across a break. */
export const AFTER_BREAK = 1
/** The token is joined to the one before it by a hyphen: `self` `-supervised`. */
export const AFTER_HYPHEN = 2
/** A sentence ended before the token; the first token of a text has no such flag. */
export const AFTER_SENTENCE = 4
/** A bracket opened before the token, or closed. */
export const AFTER_OPEN = 8
export const AFTER_CLOSE = 16
/** A colon stands before the token. */
export const AFTER_COLON = 32

const OTHER = 0
const LETTER = 1
const APOSTROPHE = 2
const HYPHEN = 3
const SPACE = 4
/** Scripts written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Myanmar). */
const UNSPACED = 5
const SURROGATE = 6
const FULL_STOP = 7

/** What a sign says of the token that follows, besides AFTER_BREAK. */
const SIGNS = new Uint8Array(65536)
for (const [signs, flag] of [
  ['.!?。！？؟', AFTER_SENTENCE],
  ['(（[', AFTER_OPEN],
  [')）]', AFTER_CLOSE],
  [':：', AFTER_COLON],
] as const) {
  for (const sign of signs) SIGNS[sign.charCodeAt(0)] = flag
}

const classes = new Uint8Array(65536).fill(255)

function classOf(code: number): number {
  const known = classes[code]
  if (known !== 255) return known
  return (classes[code] = classify(code))
}

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE
  const char = String.fromCharCode(code)
  if (char === "'") return APOSTROPHE
  if (char === '.') return FULL_STOP
  // The dash of `Navier–Stokes` joins too.
  if (char === '-' || code === 0x2010 || code === 0x2011 || code === 0x2013) return HYPHEN
  if (/\s/u.test(char)) return SPACE
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u.test(
      char,
    )
  )
    return UNSPACED
  return /[\p{L}\p{M}\p{N}]/u.test(char) ? LETTER : OTHER
}

const shared = new TextUnits()
let isBusy = false

/**
 * Walks through the tokens of a text: letter runs with digits and inner apostrophes (possessives dropped), split at
 * hyphens; scripts without spaces are cut by `Intl.Segmenter`. Linear in the length of the text.
 * `visit` gets the token as written and its flags: what stands before it.
 */
export function tokenize(text: string, visit: (token: string, flags: number) => void): void {
  // Whoever is told of a token may tokenize something else.
  const units = isBusy ? new TextUnits() : shared
  const wasBusy = isBusy
  isBusy = true
  try {
    units.load(text)
    scanTokens(units, (start, end, flags, hasApostrophe) => {
      const token = units.slice(start, end)
      visit(hasApostrophe ? withoutPossessive(token) : token, flags)
    })
  } finally {
    isBusy = wasBusy
  }
}

/**
 * The same, with where each token begins and ends. A token that has an apostrophe in it must go through `withoutPossessive`.
 */
export function scanTokens(
  text: TextUnits,
  visit: (start: number, end: number, flags: number, hasApostrophe: boolean) => void,
): void {
  const { units, length: n } = text
  let flags = AFTER_BREAK
  let i = 0
  while (i < n) {
    const kind = classOf(units[i])
    if (kind === LETTER || kind === SURROGATE) {
      const start = i
      let hasApostrophe = false
      for (i++; i < n; i++) {
        const next = classOf(units[i])
        if (next === LETTER || next === SURROGATE) continue
        if (next !== APOSTROPHE || i + 1 >= n || classOf(units[i + 1]) !== LETTER) break
        hasApostrophe = true
      }
      visit(start, Math.min(i, start + MAX_TOKEN_LENGTH), flags, hasApostrophe)
      // A hyphen right between two tokens joins them.
      const joins = i + 1 < n && classOf(units[i]) === HYPHEN && classOf(units[i + 1]) === LETTER
      flags = joins ? AFTER_HYPHEN : 0
      if (joins) i++
    } else if (kind === UNSPACED) {
      let start = i
      while (i < n && classOf(units[i]) === UNSPACED) i++
      for (const segment of words(text.slice(start, i))) {
        visit(start, start + Math.min(segment.length, MAX_TOKEN_LENGTH), flags, false)
        start += segment.length
        flags = 0
      }
    } else {
      // The point of a number or an abbreviation (`3.5`, `e.g.`) ends no sentence.
      const ends = kind !== FULL_STOP || i + 1 === n || classOf(units[i + 1]) !== LETTER
      if (kind !== SPACE) flags |= AFTER_BREAK | (ends ? SIGNS[units[i]] : 0)
      i++
    }
  }
}

/** An article or a pronoun of French or Italian before a word. */
const ELIDED = /^(?:[cdjlmnst]|qu|un|all|dall|dell|nell|sull)'\p{L}{2}/iu

/** A token without the possessive `'s` or an elided article before it; never empty. */
export function withoutPossessive(token: string): string {
  const at = token.indexOf("'")
  if (at < 0) return token
  // l'analyse, d'un, qu'elle, dell'arte: the article is no part of the word.
  if (ELIDED.test(token)) return token.slice(at + 1)
  return /'s$/i.test(token) ? token.slice(0, -2) : token
}

let segmenter: Intl.Segmenter | undefined
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u

/** The words of a run without spaces. Katakana spell foreign words: a run of them is one, whatever the dictionary finds in it. */
function words(run: string): string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' })
  const found: string[] = []
  let wasKatakana = false
  for (const { segment } of segmenter.segment(run)) {
    const isKatakana = KATAKANA.test(segment)
    if (isKatakana && wasKatakana) found[found.length - 1] += segment
    else found.push(segment)
    wasKatakana = isKatakana
  }
  return found
}

import { AFTER_CLOSE, AFTER_COLON, AFTER_OPEN, AFTER_SENTENCE } from './token-flags.ts'

export const OTHER = 0
export const LETTER = 1
export const APOSTROPHE = 2
export const HYPHEN = 3
export const SPACE = 4
/** Scripts written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Myanmar). */
export const UNSPACED = 5
export const FULL_STOP = 6

const UNKNOWN = 255

/** UTF-16 unit → what it is to a tokenizer. All ASCII ones are known, others once `learnClass` was asked. */
export const CLASSES = new Uint8Array(65536).fill(UNKNOWN)

/** What a sign says of the token that follows, besides AFTER_BREAK. */
export const SIGNS = new Uint8Array(65536)
for (const [signs, flag] of [
  ['.!?。！？؟', AFTER_SENTENCE],
  ['(（[', AFTER_OPEN],
  [')）]', AFTER_CLOSE],
  [':：', AFTER_COLON],
] as const) {
  for (const sign of signs) SIGNS[sign.charCodeAt(0)] = flag
}

/** Looks a unit up that may not be known yet. */
export function learnClass(unit: number): number {
  return CLASSES[unit] === UNKNOWN ? (CLASSES[unit] = classify(unit)) : CLASSES[unit]
}

function classify(unit: number): number {
  // Halves of a letter beyond the basic plane.
  if (unit >= 0xd800 && unit <= 0xdfff) return LETTER
  const char = String.fromCharCode(unit)
  if (char === "'") return APOSTROPHE
  if (char === '.') return FULL_STOP
  // The dash of `Navier–Stokes` joins too.
  if (char === '-' || unit === 0x2010 || unit === 0x2011 || unit === 0x2013) return HYPHEN
  if (/\s/u.test(char)) return SPACE
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u.test(
      char,
    )
  )
    return UNSPACED
  return /[\p{L}\p{M}\p{N}]/u.test(char) ? LETTER : OTHER
}

for (let unit = 0; unit < 128; unit++) learnClass(unit)

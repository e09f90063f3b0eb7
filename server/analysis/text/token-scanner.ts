import { FIRST_HASH, hashOf, nextHash } from './unit-hash.ts'
import { withoutPossessive } from './possessive.ts'
import { isSuspect, TELLING } from './suspect-signs.ts'
import { TextUnits } from './text-units.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from './token-flags.ts'
import { APOSTROPHE, CLASSES, FULL_STOP, HYPHEN, LETTER, SIGNS, SPACE, UNSPACED } from './unit-classes.ts'
import { unspacedWords } from './unspaced-words.ts'

/** Longest token in UTF-16 units; the rest of a longer one is cut (stemming is quadratic in the length). */
const MAX_TOKEN_LENGTH = 64
const SMALL_S = 0x73

/** Finds where the tokens of a text are, and their hashes, without a string for each. Used again for text after text. */
export class TokenScanner extends TextUnits {
  /** Token → its first unit, the one after its last, what stands before it. */
  starts = new Int32Array(1 << 12)
  ends = new Int32Array(1 << 12)
  flags = new Uint8Array(1 << 12)
  /** Token → `hashOf` its units. */
  hashes = new Int32Array(1 << 12)
  /** Token → its letters, where it has at most eight, all in ASCII: the last four, and those before them; else 0. */
  lows = new Int32Array(1 << 12)
  highs = new Int32Array(1 << 12)
  /** Token → 1 where an apostrophe is in it, so that `token` is not all that stands there. */
  apostrophes = new Uint8Array(1 << 12)

  /** Walks through the text that was loaded; how many tokens it has. With `strict`, −1 where `cleanText` might change the text. */
  scan(strict = false): number {
    const { units, length: n } = this
    if (n + 1 > this.starts.length) this.#grow(n + 1)
    const { starts, ends, hashes, lows, highs, flags, apostrophes } = this
    let count = 0
    let before = AFTER_BREAK
    let i = 0
    while (i < n) {
      const kind = CLASSES[units[i]]
      if (kind === LETTER) {
        const start = i
        let unit = units[i]
        let hash = nextHash(FIRST_HASH, unit)
        let low = unit
        let high = 0
        let wide = unit
        let apostrophe = -1
        let hashBefore = 0
        for (i++; i < n; i++) {
          unit = units[i]
          const next = CLASSES[unit]
          if (next !== LETTER) {
            if (next !== APOSTROPHE || i + 1 >= n || CLASSES[units[i + 1]] !== LETTER) break
            if (apostrophe < 0) {
              apostrophe = i
              hashBefore = hash
            }
          }
          hash = nextHash(hash, unit)
          high = (high << 8) | (low >>> 24)
          low = (low << 8) | unit
          wide |= unit
        }
        starts[count] = start
        ends[count] = i
        apostrophes[count] = 0
        if (i - start > MAX_TOKEN_LENGTH) {
          ends[count] = start + MAX_TOKEN_LENGTH
          hash = hashOf(units, start, ends[count])
          apostrophes[count] = apostrophe < 0 ? 0 : 1
        } else if (apostrophe >= 0) {
          // `model's`: nearly all that have one.
          if (apostrophe === i - 2 && (units[i - 1] | 32) === SMALL_S) {
            ends[count] = apostrophe
            hash = hashBefore
          } else apostrophes[count] = 1
        }
        hashes[count] = hash
        const isShort = i - start <= 8 && wide < 128 && apostrophe < 0
        lows[count] = isShort ? low : 0
        highs[count] = isShort ? high : 0
        flags[count++] = before
        before = 0
        // A space, nearly always; a hyphen right between two tokens joins them.
        if (i < n && CLASSES[units[i]] === HYPHEN && i + 1 < n && CLASSES[units[i + 1]] === LETTER) {
          before = AFTER_HYPHEN
          i++
        }
      } else if (kind === SPACE) i++
      else if (kind === UNSPACED) {
        let start = i
        while (i < n && CLASSES[units[i]] === UNSPACED) i++
        for (const word of unspacedWords(this.slice(start, i))) {
          starts[count] = start
          ends[count] = start + Math.min(word.length, MAX_TOKEN_LENGTH)
          hashes[count] = hashOf(units, start, ends[count])
          lows[count] = 0
          apostrophes[count] = 0
          flags[count++] = before
          start += word.length
          before = 0
        }
      } else {
        const unit = units[i]
        if (strict && unit < 128 && TELLING[unit] === 1 && isSuspect(units, i, n)) return -1
        // The point of a number or an abbreviation (`3.5`, `e.g.`) ends no sentence.
        const ends = kind !== FULL_STOP || i + 1 === n || CLASSES[units[i + 1]] !== LETTER
        before |= AFTER_BREAK | (ends ? SIGNS[unit] : 0)
        i++
      }
    }
    return count
  }

  /** A token as a string, without possessive. */
  token(t: number): string {
    const word = this.slice(this.starts[t], this.ends[t])
    return this.apostrophes[t] === 1 ? withoutPossessive(word) : word
  }

  #grow(length: number): void {
    this.starts = new Int32Array(2 * length)
    this.ends = new Int32Array(2 * length)
    this.hashes = new Int32Array(2 * length)
    this.lows = new Int32Array(2 * length)
    this.highs = new Int32Array(2 * length)
    this.flags = new Uint8Array(2 * length)
    this.apostrophes = new Uint8Array(2 * length)
  }
}

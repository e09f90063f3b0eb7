import { hashOf } from './unit-hash.ts'
import { UnitList } from './unit-list.ts'
import { someWords, type WordList } from './word-list.ts'

/** Words in small letters. */
export interface SmallWords extends WordList {
  /** Word → where it ends for `lowerCase`: before the plural of an acronym (`LLMs`), else where the next one starts. */
  ends: Int32Array
  /** Word → 1 where it is written with two capitals or more. */
  isCapital: Uint8Array
  /** Word → `hashOf` its units up to its end. */
  hashes: Int32Array
}

const [CAPITAL_A, CAPITAL_Z, SMALL_S] = [0x41, 0x5a, 0x73]

/** The words in small letters; `texts` are the same words. Nearly all are ASCII, of which no string is made. */
export function smallWords({ units, starts }: WordList, texts: readonly string[]): SmallWords {
  const small = new UnitList(units.length)
  const smallStarts = new Int32Array(starts.length)
  const ends = new Int32Array(texts.length)
  const isCapital = new Uint8Array(texts.length)
  for (let word = 0; word < texts.length; word++) {
    const [start, end] = [starts[word], starts[word + 1]]
    let all = 0
    let capitals = 0
    for (let i = start; i < end; i++) {
      const unit = units[i]
      all |= unit
      if (unit >= CAPITAL_A && unit <= CAPITAL_Z) capitals++
    }
    if (all < 128) small.addSmall(units, start, end)
    else small.addText(texts[word].toLowerCase())
    smallStarts[word + 1] = small.length
    isCapital[word] = (all < 128 ? capitals >= 2 : /\p{Lu}.*\p{Lu}/u.test(texts[word])) ? 1 : 0
    // Two capitals or more, and an s behind them.
    const isPlural = capitals >= 2 && capitals === end - start - 1 && units[end - 1] === SMALL_S
    ends[word] = isPlural ? small.length - 1 : small.length
  }
  return {
    units: small.units(),
    starts: smallStarts,
    ends,
    isCapital,
    hashes: hashesOf(small.units(), smallStarts, ends),
  }
}

function hashesOf(units: Uint16Array, starts: Int32Array, ends: Int32Array): Int32Array {
  const hashes = new Int32Array(ends.length)
  for (let word = 0; word < ends.length; word++) hashes[word] = hashOf(units, starts[word], ends[word])
  return hashes
}

/** The words of some lists, one after the other. */
export function joinSmall(lists: readonly SmallWords[]): SmallWords {
  const words = lists.reduce((sum, list) => sum + list.ends.length, 0)
  const joined: SmallWords = {
    units: new Uint16Array(lists.reduce((sum, list) => sum + list.units.length, 0)),
    starts: new Int32Array(words + 1),
    ends: new Int32Array(words),
    isCapital: new Uint8Array(words),
    hashes: new Int32Array(words),
  }
  let [word, unit] = [0, 0]
  for (const { units, starts, ends, isCapital, hashes } of lists) {
    joined.units.set(units, unit)
    joined.isCapital.set(isCapital, word)
    joined.hashes.set(hashes, word)
    for (let i = 0; i < ends.length; i++) {
      joined.ends[word] = unit + ends[i]
      joined.starts[++word] = unit + starts[i + 1]
    }
    unit += units.length
  }
  return joined
}

/** Some of the words, by number. */
export function someSmall(
  { units, starts, ends, isCapital, hashes }: SmallWords,
  numbers: readonly number[],
): SmallWords {
  const some = someWords({ units, starts }, numbers)
  return {
    ...some,
    ends: Int32Array.from(numbers, (word, i) => some.starts[i + 1] - (starts[word + 1] - ends[word])),
    isCapital: Uint8Array.from(numbers, (word) => isCapital[word]),
    hashes: Int32Array.from(numbers, (word) => hashes[word]),
  }
}

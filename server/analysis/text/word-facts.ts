import { wordKind } from './word-kind.ts'
import { ENGLISH, LANGUAGES, stopLanguages } from './languages.ts'
import type { SmallWords } from './small-words.ts'
import { lowerCase } from './stem.ts'
import { wordList } from './word-list.ts'
import { WordTable } from './word-table.ts'

/** What is known of words by themselves. */
export interface WordFacts {
  /** Word → the languages in which it is a stop word, one bit each. */
  stopsIn: Int32Array
  /** Word → `wordKind` of it in English. */
  kinds: Uint8Array
}

/** The words that a list knows: stop words of all languages, and words of academic prose in English. */
const LISTED = [
  ...new Set([...LANGUAGES[ENGLISH].academicWords, ...LANGUAGES.flatMap(({ stopWords }) => [...stopWords])]),
]
const TABLE = new WordTable(wordList(LISTED))
const STOPS_OF = Int32Array.from(LISTED, stopLanguages)
const KINDS_OF = Uint8Array.from(LISTED, (word) => wordKind(word, ENGLISH))

const [SMALL_A, SMALL_Z] = [0x61, 0x7a]

/** `texts`: the same words as they are written. */
export function factsOfWords({ units, starts, ends, hashes }: SmallWords, texts: readonly string[]): WordFacts {
  const stopsIn = new Int32Array(ends.length)
  const kinds = new Uint8Array(ends.length)
  for (let word = 0; word < ends.length; word++) {
    const [start, end] = [starts[word], ends[word]]
    const number = TABLE.find(units, start, end, hashes[word])
    if (number >= 0) {
      stopsIn[word] = STOPS_OF[number]
      kinds[word] = KINDS_OF[number]
    } else if (units[start] < SMALL_A || units[start] > SMALL_Z || end === start + 1)
      kinds[word] = wordKind(lowerCase(texts[word]), ENGLISH)
    // The plural of an acronym may be a stop word elsewhere.
    if (end < starts[word + 1]) stopsIn[word] = stopLanguages(texts[word].toLowerCase())
  }
  return { stopsIn, kinds }
}

import dutch from 'natural/lib/natural/util/stopwords_nl.js'
import french from 'natural/lib/natural/util/stopwords_fr.js'
import indonesian from 'natural/lib/natural/util/stopwords_id.js'
import italian from 'natural/lib/natural/util/stopwords_it.js'
import japanese from 'natural/lib/natural/util/stopwords_ja.js'
import norwegian from 'natural/lib/natural/util/stopwords_no.js'
import persian from 'natural/lib/natural/util/stopwords_fa.js'
import polish from 'natural/lib/natural/util/stopwords_pl.js'
import portuguese from 'natural/lib/natural/util/stopwords_pt.js'
import russian from 'natural/lib/natural/util/stopwords_ru.js'
import spanish from 'natural/lib/natural/util/stopwords_es.js'
import swedish from 'natural/lib/natural/util/stopwords_sv.js'
import ukrainian from 'natural/lib/natural/util/stopwords_uk.js'
import chinese from 'natural/lib/natural/util/stopwords_zh.js'
import { ARABIC, CHINESE, FRENCH, GERMAN, JAPANESE, PORTUGUESE, RUSSIAN, SPANISH } from './foreign-words.ts'
import { ACADEMIC_WORDS, STOP_WORDS } from './stop-words.ts'

/** A language that is told apart from others. */
interface Language {
  /** ISO 639-1. */
  code: string
  stopWords: ReadonlySet<string>
  /** Words at which no label begins or ends. */
  academicWords: ReadonlySet<string>
}

const setOf = (...lists: (string | readonly string[])[]): ReadonlySet<string> =>
  new Set(
    lists
      .flatMap((list) => (typeof list === 'string' ? list.split(/\s+/) : list))
      .filter((word) => /\p{L}/u.test(word)),
  )
const language = (
  code: string,
  stop: readonly string[],
  more: { stop: string; academic: string } = { stop: '', academic: '' },
): Language => ({ code, stopWords: setOf(stop, more.stop), academicWords: setOf(more.academic) })

/** The languages that are told apart; a language is known by its place here. */
export const LANGUAGES: readonly Language[] = [
  { code: 'en', stopWords: STOP_WORDS, academicWords: ACADEMIC_WORDS },
  language('de', [], GERMAN),
  language('ar', [], ARABIC),
  language('fr', french.words, FRENCH),
  language('es', spanish.words, SPANISH),
  language('zh', chinese.words, CHINESE),
  language('pt', portuguese.words, PORTUGUESE),
  language('it', italian.words),
  language('nl', dutch.words),
  language('ru', russian.words, RUSSIAN),
  language('uk', ukrainian.words),
  language('pl', polish.words),
  language('sv', swedish.words),
  language('no', norwegian.words),
  language('id', indonesian.words),
  language('fa', persian.words),
  language('ja', japanese.words, JAPANESE),
]

/** Also what stands for a language that is not known. */
export const ENGLISH = 0

/** Stop word → its languages, one bit each. */
const STOPS_IN = new Map<string, number>()
LANGUAGES.forEach(({ stopWords }, number) => {
  for (const word of stopWords) STOPS_IN.set(word, (STOPS_IN.get(word) ?? 0) | (1 << number))
})

/** The languages in which a lower-case word is a stop word, one bit each. */
export function stopLanguages(word: string): number {
  return STOPS_IN.get(word) ?? 0
}

/** Share of a text's words that its language's stop words make up at least. */
const LEAST_SHARE = 0.08
/** Stop words that it must have. */
const LEAST_HITS = 2

/** Whether a text of so many words may be in another language than English: `others` of them are stop words elsewhere, and not in English. */
export function mayBeForeign(others: number, words: number): boolean {
  return others >= LEAST_HITS && others >= LEAST_SHARE * words
}

/**
 * The language that a text is written in, by whose stop words it holds most of, those aside that are English as well; ENGLISH where
 * none stands out.
 * `words`: numbers of its words; `stopsIn`: word → `stopLanguages` of it.
 */
export function languageOf(words: Int32Array, stopsIn: Int32Array): number {
  const all = words.length
  const hits = new Int32Array(LANGUAGES.length)
  for (let i = 0; i < all; i++) {
    const bits = stopsIn[words[i]]
    // `in`, `is` and `of` are Dutch too, but no sign of it.
    const telling = (bits & 1) !== 0 ? 1 : bits
    for (let rest = telling; rest !== 0; rest &= rest - 1) hits[31 - Math.clz32(rest & -rest)]++
  }
  let best = ENGLISH
  for (let number = 1; number < hits.length; number++) if (hits[number] > hits[best]) best = number
  return hits[best] < LEAST_HITS || hits[best] < LEAST_SHARE * all || hits[best] < 1.5 * hits[ENGLISH] ? ENGLISH : best
}

import type { Corpus } from '../text/corpus.ts'
import { isSingleWord } from './phrase-scores.ts'
import { type Phrases, stemsOf } from './phrases.ts'
import { keyOfWords, keyWords } from './term-key.ts'

/** What tells the names of groups apart. */
export interface PhraseName {
  /** What all ways of writing it share; that of an acronym is that of its long form. */
  key: string
  /** The distinct words of the key. */
  words: ReadonlySet<string>
  /**
   * Its letters as an acronym would have them, and what they must not stand beside: `automatic speech recognition` has `initials ASR`
   * and rivals `word ASR`. The two are likely the same where they stand side by side, even if papers do not agree.
   */
  letters: string
  rival: string
}

/** The names of phrases, each made when it is first asked for. */
export class PhraseNames {
  readonly #corpus: Corpus
  readonly #phrases: Phrases
  readonly #names = new Map<number, PhraseName>()
  /** Stem → its words in a key. */
  readonly #words = new Map<number, string[]>()

  constructor(corpus: Corpus, phrases: Phrases) {
    this.#corpus = corpus
    this.#phrases = phrases
  }

  of(phrase: number): PhraseName {
    let name = this.#names.get(phrase)
    if (name === undefined) this.#names.set(phrase, (name = this.#make(stemsOf(this.#phrases, phrase))))
    return name
  }

  /** Whether a phrase is one word (`isSingleWord`). */
  isSingle(stems: Int32Array): boolean {
    return isSingleWord(this.#corpus, stems)
  }

  #make(stems: Int32Array): PhraseName {
    const key = keyOfWords(Array.from(stems, (number) => this.#wordsOf(number)).flat())
    return {
      key,
      words: new Set(key.split(' ')),
      ...lettersOf(this.#corpus, stems),
    }
  }

  #wordsOf(number: number): string[] {
    let words = this.#words.get(number)
    if (words === undefined) this.#words.set(number, (words = keyWords(this.#corpus.stemTexts[number])))
    return words
  }
}

function lettersOf(corpus: Corpus, stems: Int32Array): Pick<PhraseName, 'letters' | 'rival'> {
  // The stems of other languages begin with their code.
  const words = Array.from(stems, (number) => corpus.stemTexts[number].split('_'))
    .flat()
    .map((word) => word.replace(/^[a-z]{2}·/, '').toUpperCase())
  const initials = words.map((word) => word.slice(0, 1)).join('')
  return words.length === 1
    ? { letters: `word ${words[0]}`, rival: `initials ${words[0]}` }
    : { letters: `initials ${initials}`, rival: `word ${initials}` }
}

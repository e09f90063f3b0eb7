import { type Folding, IS_ACADEMIC, IS_STOP } from './word-kind.ts'
import { ENGLISH, LANGUAGES } from './languages.ts'
import { IES, pluralEnding } from './plural-ending.ts'
import { lowerCase, stem } from './stem.ts'
import { stemIn } from './stem-in.ts'
import type { ReadTokens } from './tokens.ts'
import { UnitList } from './unit-list.ts'
import type { WordList } from './word-list.ts'
import { WordTable } from './word-table.ts'

/** What is before a stop word in place of its stem: it keeps one of its own, lest a content word that folds to it (`ares`) make it one. */
export const STOP = 'stop '

const [SPACE, LOW_LINE, SMALL_S, SMALL_Y] = Array.from(' _sy', (sign) => sign.charCodeAt(0))

/**
 * The stems of forms as keys: what is the same for all forms of a stem, and only for them. Words of other languages than English are stemmed as that language does and kept apart from
 * English ones, but for those that English papers write as well (`BERT`, `deep learning`), which only their counts tell; all else is made at once.
 */
export class FormStems {
  /** The keys of the English forms, which come first. */
  readonly english: WordList
  readonly #tokens: ReadTokens
  readonly #folding: Folding
  /** Forms in English. */
  readonly #count: number
  /** Foreign form, from the first on → the first of those that have its word in small letters. */
  readonly #sameWord: Int32Array
  /** English form → the first of the foreign ones that have its word in small letters, −1 where none has. */
  readonly #foreignOf: Int32Array
  /** Foreign form, the first of those of its word in its language → its stem. */
  readonly #stems: string[] = []
  /** Language → stems of its words of academic prose. */
  readonly #academic: Set<string>[] = []

  constructor(tokens: ReadTokens, folding: Folding) {
    const { formLanguages, small } = tokens
    this.#tokens = tokens
    this.#folding = folding
    const first = formLanguages.findIndex((language) => language !== ENGLISH)
    this.#count = first < 0 ? formLanguages.length : first
    this.english = this.#keys(0, this.#count, () => undefined)
    const table = new WordTable(this.#foreignWords())
    const find = (form: number): number => {
      const [start, end] = [small.starts[form], small.ends[form]]
      return table.find(small.units, start, end, small.hashes[form])
    }
    this.#sameWord = new Int32Array(formLanguages.length - this.#count)
    this.#foreignOf = new Int32Array(this.#sameWord.length === 0 ? 0 : this.#count)
    for (let i = 0; i < this.#sameWord.length; i++) this.#sameWord[i] = find(this.#count + i)
    for (let form = 0; form < this.#foreignOf.length; form++) this.#foreignOf[form] = find(form)
    for (let i = 0; i < this.#sameWord.length; i++) if (!this.#isName(i)) this.#stemOf(i)
  }

  /** The keys of the forms in other languages, and what they are besides that their words are (IS_ACADEMIC or 0). `uses`: form → tokens. */
  foreign(uses: Int32Array): { keys: WordList; kinds: Uint8Array } {
    const englishUses = new Int32Array(this.#sameWord.length)
    for (let form = 0; form < this.#foreignOf.length; form++)
      if (this.#foreignOf[form] >= 0) englishUses[this.#foreignOf[form]] += uses[form]
    const kinds = new Uint8Array(this.#sameWord.length)
    const keys = this.#keys(this.#count, this.#count + kinds.length, (form) => {
      const i = form - this.#count
      if (englishUses[this.#sameWord[i]] >= Math.max(1, uses[form]) || this.#isName(i)) return undefined
      const { code } = LANGUAGES[this.#languageOf(i)]
      const root = this.#stemOf(i)
      if (this.#academicIn(this.#languageOf(i)).has(root)) kinds[i] = IS_ACADEMIC
      return `${code}·${root}`
    })
    return { keys, kinds }
  }

  /** A synonym may be of several words, but is one term: a pair of terms is what has a space. */
  #keys(from: number, to: number, ownKey: (form: number) => string | undefined): WordList {
    const { formTexts, kinds, small } = this.#tokens
    const { units, starts, ends } = small
    const keys = new UnitList(starts[to] - starts[from] + 4 * (to - from))
    const keyStarts = new Int32Array(to - from + 1)
    for (let form = from; form < to; form++) {
      const [start, end] = [starts[form], ends[form]]
      const own = ownKey(form)
      const isStop = (kinds[form] & IS_STOP) !== 0
      if (isStop) keys.addText(STOP)
      const first = keys.length
      if (isStop) keys.add(units, start, end)
      else if (own !== undefined) keys.addText(own)
      else if (this.#folding === 'stem') keys.addText(stem(lowerCase(formTexts[form])))
      else {
        const ending = units[end - 1] === SMALL_S ? pluralEnding(units, start, end) : 0
        keys.add(units, start, end - ending)
        if (ending === IES) keys.addUnit(SMALL_Y)
      }
      keys.replace(first, SPACE, LOW_LINE)
      keyStarts[form - from + 1] = keys.length
    }
    return { units: keys.units(), starts: keyStarts }
  }

  #foreignWords(): WordList {
    const { units, starts, ends } = this.#tokens.small
    const words = new UnitList(starts[ends.length] - starts[this.#count])
    const wordStarts = new Int32Array(ends.length - this.#count + 1)
    for (let form = this.#count; form < ends.length; form++) {
      words.add(units, starts[form], ends[form])
      wordStarts[form - this.#count + 1] = words.length
    }
    return { units: words.units(), starts: wordStarts }
  }

  #languageOf(i: number): number {
    return this.#tokens.formLanguages[this.#count + i]
  }

  /** Whether a word of a foreign text is a name (`BERT`, `GPT4`) or a synonym. */
  #isName(i: number): boolean {
    return /\p{N}|\p{Lu}.*\p{Lu}| /u.test(this.#tokens.formTexts[this.#count + i])
  }

  #stemOf(i: number): string {
    const same = this.#sameWord[i]
    const first = this.#languageOf(same) === this.#languageOf(i) ? same : i
    return (this.#stems[first] ??= stemIn(
      LANGUAGES[this.#languageOf(i)].code,
      lowerCase(this.#tokens.formTexts[this.#count + i]),
    ))
  }

  #academicIn(language: number): ReadonlySet<string> {
    const { code, academicWords } = LANGUAGES[language]
    return (this.#academic[language] ??= new Set(Array.from(academicWords, (word) => stemIn(code, word))))
  }
}

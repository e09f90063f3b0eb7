import type { Vocabulary } from '../../../shared/vocabulary.ts'
import type { Task } from '../tasks/task.ts'
import { cleanText } from './clean.ts'
import { FormTable, type Words } from './form-table.ts'
import { Int32List, Uint8List } from './growing-list.ts'
import { ENGLISH, languageOf, LANGUAGES } from './languages.ts'
import { findStretches, type Stretches } from './stretches.ts'
import { TokenScanner } from './token-scanner.ts'
import { tokenize as plainTokenize } from './tokenize.ts'
import { type Facts, isEmptyIn, WordFacts } from './word-facts.ts'
import { tokenizerWith } from './vocabulary.ts'

/** Some papers of a collection, to be read. */
export interface TextShard {
  titles: readonly string[]
  /** As many; null for none. */
  abstracts: readonly (string | null)[]
  vocabulary: Vocabulary | undefined
}

/** The tokens of a shard; words are numbered in the order in which they are met in it. */
export interface TokenShard extends Words {
  /** Token → form. */
  forms: Int32Array
  /** Token → what stands before it (`tokenize`). */
  flags: Uint8Array
  /** Paper → tokens of its title, and of both. */
  titleTokens: Int32Array
  tokens: Int32Array
  /**
   * Words of papers in other languages than English are forms of their own, numbered after all words: form − number of words → its word
   * and its language.
   */
  foreignWords: Int32Array
  foreignLanguages: Uint8Array
  stretches: Stretches
}

type Foreign = Pick<TokenShard, 'foreignWords' | 'foreignLanguages'>

/** Of all shards that this thread reads. */
const FACTS = new WordFacts()

/** Reads the papers of a shard into tokens: title first, then abstract, with a break between. */
export const readShard: Task<TextShard, TokenShard> = {
  name: 'readShard',
  run({ titles, abstracts, vocabulary }) {
    const tokenize = tokenizerWith(vocabulary)
    const table = new FormTable()
    const forms = new Int32List()
    const flags = new Uint8List()
    const scanner = new TokenScanner()
    const read = (text: string): void => {
      if (tokenize !== plainTokenize) {
        tokenize(cleanText(text), (token, flag) => {
          forms.push(table.numberOfText(token))
          flags.push(flag)
        })
        return
      }
      scanner.load(text)
      let count = scanner.scan(true)
      if (count < 0) {
        scanner.load(cleanText(text))
        count = scanner.scan()
      }
      for (let t = 0; t < count; t++) {
        const form =
          scanner.apostrophes[t] === 0
            ? table.numberOf(scanner.units, scanner.starts[t], scanner.ends[t])
            : table.numberOfText(scanner.token(t))
        forms.push(form)
        flags.push(scanner.flags[t])
      }
    }
    const n = titles.length
    const titleTokens = new Int32Array(n)
    const tokens = new Int32Array(n)
    const starts = new Int32Array(n)
    const ends = new Int32Array(n)
    titles.forEach((title, i) => {
      const start = forms.length
      read(title)
      starts[i] = forms.length
      titleTokens[i] = forms.length - start
      const abstract = abstracts[i]
      if (abstract !== null) read(abstract)
      ends[i] = forms.length
      tokens[i] = forms.length - start
    })
    const all = { forms: forms.toArray(), flags: flags.toArray() }
    const words = table.words()
    const facts = FACTS.of(words)
    const languages = tokens.map((count, i) => languageOf(all.forms.subarray(ends[i] - count, ends[i]), facts.stopsIn))
    const foreign = separateLanguages(all.forms, tokens, languages, facts.empty.length)
    const stretches = findStretches({ ...all, starts, ends, ...withForeign(facts, foreign, table) })
    return { ...words, ...all, titleTokens, tokens, ...foreign, stretches }
  },
}

/** The facts of all forms of a shard, foreign ones included. */
function withForeign(
  { hashes, empty }: Facts,
  { foreignWords, foreignLanguages }: Foreign,
  table: FormTable,
): Pick<Facts, 'hashes' | 'empty'> {
  if (foreignWords.length === 0) return { hashes, empty }
  const texts = table.texts()
  return {
    hashes: Int32Array.from([...hashes, ...foreignWords.map((word) => hashes[word])]),
    empty: Uint8Array.from([...empty, ...foreignWords.map((word, i) => isEmptyIn(foreignLanguages[i], texts[word]))]),
  }
}

/** Gives the words of papers in other languages forms of their own, in place. `tokens`: paper → how many it has. */
function separateLanguages(forms: Int32Array, tokens: Int32Array, languages: Int32Array, words: number): Foreign {
  const foreignWords: number[] = []
  const foreignLanguages: number[] = []
  const known = new Map<number, number>()
  let next = 0
  languages.forEach((language, paper) => {
    const from = next
    next += tokens[paper]
    if (language === ENGLISH) return
    for (let t = from; t < next; t++) {
      const key = forms[t] * LANGUAGES.length + language
      let form = known.get(key)
      if (form === undefined) {
        form = words + foreignWords.push(forms[t]) - 1
        foreignLanguages.push(language)
        known.set(key, form)
      }
      forms[t] = form
    }
  })
  return { foreignWords: Int32Array.from(foreignWords), foreignLanguages: Uint8Array.from(foreignLanguages) }
}

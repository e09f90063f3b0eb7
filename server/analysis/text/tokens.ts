import type { Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import { mapHere, type TaskMap } from '../tasks/task.ts'
import { FormTable } from './form-table.ts'
import { ENGLISH } from './languages.ts'
import { readShard, type TextShard } from './read-shard.ts'

/** Every token of a collection in reading order, before words are folded into terms. */
export interface Tokens {
  /** Number of papers. */
  n: number
  /** Where the tokens of paper i start in `forms`: length n + 1. */
  starts: Int32Array
  /** Where the abstract of paper i starts in `forms`: length n. */
  abstractStarts: Int32Array
  /** Token → form: the word as written, in one language. Length: all tokens. */
  forms: Int32Array
  /** Token → what stands before it (`tokenize`). Length: all tokens. */
  flags: Uint8Array
  /** Form → its text: a word, or the first of its synonyms. */
  formTexts: string[]
  /** Form → language of the papers that it is from (`languages`); ENGLISH also where none is known. */
  formLanguages: number[]
}

/** Papers that one thread reads at a time. */
const SHARD = 1024

/**
 * Reads the papers into tokens: title first, then abstract, with a break between. A word has one form per language that it is met
 * in, since `die`, `car` and `sin` are stop words in one and words like any other elsewhere.
 * With a vocabulary, what it ignores is not there, and what it takes to mean the same is one word (`tokenizerWith`).
 */
export function readTokens(
  papers: readonly Paper[],
  onDone: (share: number) => void = () => {},
  vocabulary?: Vocabulary,
  map: TaskMap = mapHere,
): Tokens {
  const n = papers.length
  function* shards(): Generator<TextShard> {
    for (let from = 0; from < n; from += SHARD) {
      onDone(from / n)
      const some = papers.slice(from, from + SHARD)
      yield { titles: some.map(({ title }) => title), abstracts: some.map(({ abstract }) => abstract), vocabulary }
    }
  }
  const read = map(readShard, shards())
  const length = read.reduce((sum, shard) => sum + shard.forms.length, 0)
  const forms = new Int32Array(length)
  const flags = new Uint8Array(length)
  const starts = new Int32Array(n + 1)
  const abstractStarts = new Int32Array(n)
  const languages = new Uint8Array(n)
  const table = new FormTable()
  let token = 0
  let paper = 0
  for (const shard of read) {
    // In the order of the shards, words have the numbers that one reader of all would give them.
    const numbers = table.join(shard)
    languages.set(shard.languages, paper)
    for (let i = 0; i < shard.tokens.length; i++, paper++) {
      abstractStarts[paper] = starts[paper] + shard.titleTokens[i]
      starts[paper + 1] = starts[paper] + shard.tokens[i]
    }
    flags.set(shard.flags, token)
    for (let t = 0; t < shard.forms.length; t++) forms[token + t] = numbers[shard.forms[t]]
    token += shard.forms.length
  }
  return { n, starts, abstractStarts, forms, flags, ...separateLanguages(forms, starts, languages, table.texts()) }
}

/** Gives the words of papers in other languages forms of their own, in place. */
function separateLanguages(
  forms: Int32Array,
  starts: Int32Array,
  languages: Uint8Array,
  texts: readonly string[],
): Pick<Tokens, 'formTexts' | 'formLanguages'> {
  const formTexts = [...texts]
  const formLanguages = texts.map(() => ENGLISH)
  /** Per language, form as first met → the form of that language. */
  const inLanguage: Map<number, number>[] = []
  languages.forEach((language, paper) => {
    if (language === ENGLISH) return
    const known = (inLanguage[language] ??= new Map())
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      let local = known.get(forms[t])
      if (local === undefined) {
        local = formTexts.push(texts[forms[t]]) - 1
        formLanguages.push(language)
        known.set(forms[t], local)
      }
      forms[t] = local
    }
  })
  return { formTexts, formLanguages }
}

import type { Vocabulary } from '../../../shared/vocabulary.ts'
import type { Task } from '../tasks/task.ts'
import { cleanText } from './clean.ts'
import { FormTable, type Words } from './form-table.ts'
import { Int32List, Uint8List } from './growing-list.ts'
import { languageOf, stopLanguages } from './languages.ts'
import { scanTokens, tokenize as plainTokenize, withoutPossessive } from './tokenize.ts'
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
  /** Token → word. */
  forms: Int32Array
  /** Token → what stands before it (`tokenize`). */
  flags: Uint8Array
  /** Paper → tokens of its title, and of both. */
  titleTokens: Int32Array
  tokens: Int32Array
  /** Paper → its language. */
  languages: Uint8Array
}

/** Reads the papers of a shard into tokens: title first, then abstract, with a break between. */
export const readShard: Task<TextShard, TokenShard> = {
  name: 'readShard',
  run({ titles, abstracts, vocabulary }) {
    const tokenize = tokenizerWith(vocabulary)
    const table = new FormTable()
    const forms = new Int32List()
    const flagList = new Uint8List()
    /** Form → languages in which it is a stop word, one bit each. */
    const stopsIn = new Int32List()
    const visit = (token: string, flags: number): void => {
      forms.push(table.numberOf(token, 0, token.length))
      flagList.push(flags)
    }
    const read = (text: string): void => {
      if (tokenize !== plainTokenize) return tokenize(text, visit)
      scanTokens(text, (start, end, flags, hasApostrophe) => {
        if (hasApostrophe) return visit(withoutPossessive(text.slice(start, end)), flags)
        forms.push(table.numberOf(text, start, end))
        flagList.push(flags)
      })
    }
    const titleTokens = new Int32Array(titles.length)
    const tokens = new Int32Array(titles.length)
    const languages = new Uint8Array(titles.length)
    titles.forEach((title, i) => {
      const start = forms.length
      read(cleanText(title))
      titleTokens[i] = forms.length - start
      const abstract = abstracts[i]
      if (abstract !== null) read(cleanText(abstract))
      tokens[i] = forms.length - start
      if (stopsIn.length < table.length)
        for (const text of table.texts(stopsIn.length)) stopsIn.push(stopLanguages(text.toLowerCase()))
      languages[i] = languageOf(forms.from(start), stopsIn.from(0))
    })
    return { ...table.words(), forms: forms.toArray(), flags: flagList.toArray(), titleTokens, tokens, languages }
  },
}

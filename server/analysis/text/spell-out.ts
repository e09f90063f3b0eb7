import type { Corpus } from './corpus.ts'
import { Int32List, Uint8List } from './growing-list.ts'
import { AFTER_BREAK } from './tokenize.ts'

/**
 * The corpus with the words of each long form behind the token that stands for it, for counting: `large language model` is then
 * what `LLM` is, and also close to papers on language models. An acronym alone is not spelled out: that blurs the topics of
 * collections in which every other paper speaks of LLMs (README, what was tried).
 */
export function spellOut(corpus: Corpus): Corpus {
  if (corpus.longForms.size === 0) return corpus
  const forms = new Int32List()
  const flags = new Uint8List()
  const starts = new Int32Array(corpus.n + 1)
  const abstractStarts = new Int32Array(corpus.n)
  // Looked up once a token: an array is far quicker than the map.
  const wordsOfForm = new Array<Int32Array | undefined>(corpus.formTexts.length)
  for (const [form, words] of corpus.longForms) wordsOfForm[form] = words
  const read = (from: number, to: number): void => {
    for (let t = from; t < to; t++) {
      forms.push(corpus.forms[t])
      flags.push(corpus.flags[t])
      wordsOfForm[corpus.forms[t]]?.forEach((form, i) => {
        forms.push(form)
        // The unit and its own first word are no pair.
        flags.push(i === 0 ? AFTER_BREAK : 0)
      })
    }
  }
  for (let paper = 0; paper < corpus.n; paper++) {
    read(corpus.starts[paper], corpus.abstractStarts[paper])
    abstractStarts[paper] = forms.length
    read(corpus.abstractStarts[paper], corpus.starts[paper + 1])
    starts[paper + 1] = forms.length
  }
  return { ...corpus, starts, abstractStarts, forms: forms.toArray(), flags: flags.toArray() }
}

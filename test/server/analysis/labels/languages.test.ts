import { describe, expect, it } from 'vitest'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { readCorpus } from '../../../../server/analysis/text/read-corpus.ts'
import { modelTopics, nameTopics } from '../../../../server/analysis/topic-model.ts'
import { adjustedRandIndex } from '../../../../server/analysis/topics/agreement.ts'
import { papersInLanguages } from '../../../support/abstracts-in-languages.ts'

/** Names that people would not choose: function words and scholarly prose of the languages. */
const EMPTY =
  /^(?:der|die|das|und|wird|klar|abhängt|le|la|les|des|dans|nous|clair|de|el|los|claro|não|como|этой|что|зависит|的|与|本文|结果|は|の|いくつか|依存|في|من)$/i

function topicsOf(codes: readonly string[]): { agreement: number; labels: string[]; terms: string[] } {
  const papers = papersInLanguages(codes, 8)
  const corpus = readCorpus(papers, 'singular')
  const options = { topics: 3 * codes.length, seed: 1 }
  const model = modelTopics(
    plainKernels,
    corpus,
    options,
    () => {},
    (found) => found,
  )
  const { assignment } = model
  const { labels } = nameTopics(plainKernels, corpus, model, () => {})
  const groups = [...new Set(papers.map(({ id }) => id.slice(0, 4)))]
  return {
    agreement: adjustedRandIndex(
      assignment,
      Int32Array.from(papers, ({ id }) => groups.indexOf(id.slice(0, 4))),
    ),
    labels: labels.map(({ label }) => label),
    terms: labels.flatMap(({ terms }) => terms),
  }
}

describe.each([[['de', 'fr', 'en']], [['zh', 'ja', 'en']], [['ru', 'ar']], [['es', 'pt']]])('papers in %j', (codes) => {
  const { agreement, labels, terms } = topicsOf(codes)

  it('fall into subjects, not into stop words', () => {
    expect(agreement).toBeGreaterThan(0.9)
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('have terms that say something, written as the language does', () => {
    for (const term of terms) {
      expect(term).not.toMatch(EMPTY)
      expect(term).not.toMatch(/\p{Script=Han} \p{Script=Han}|^\p{Script=Hiragana}+$/u)
    }
    if (codes.includes('de')) expect(terms.join(' ')).toMatch(/Solarzellen/)
    if (codes.includes('zh')) expect(terms.join(' ')).toMatch(/机器翻译.*太阳能|太阳能.*机器翻译/)
    if (codes.includes('ja')) expect(terms.join(' ')).toMatch(/ペロブスカイト薄膜/)
  })
})

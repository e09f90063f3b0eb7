import { expect, it } from 'vitest'
import { formTerms } from '../../../../server/analysis/matrix/form-terms.ts'
import { TermReader } from '../../../../server/analysis/matrix/term-reader.ts'
import { readCorpus } from '../../../../server/analysis/text/read-corpus.ts'
import { paper } from '../../../support/planted-papers.ts'

/** Terms of each paper in the order read, each with its weight. */
function read(papers: Parameters<typeof paper>[0][]): string[][] {
  const corpus = readCorpus(papers.map(paper), 'singular')
  const reader = new TermReader(corpus, formTerms(corpus, false), 2)
  const text = (term: number): string =>
    term < corpus.stemTexts.length
      ? corpus.stemTexts[term]
      : reader.pairs[term - corpus.stemTexts.length].map((stem) => corpus.stemTexts[stem]).join('+')
  return papers.map((_, i) => {
    const count = reader.read(i)
    return Array.from({ length: count }, (_, at) => `${text(reader.terms[at])} ${reader.weights[at]}`)
  })
}

it('reads words and pairs of neighbours; titles count twice, and no pair crosses a stop word or punctuation', () => {
  expect(read([{ id: 'a', title: 'sparse graph', abstract: 'graphs of margins, kernel margin' }])).toEqual([
    ['sparse 2', 'graph 2', 'sparse+graph 2', 'graph 1', 'margin 1', 'kernel 1', 'margin 1', 'kernel+margin 1'],
  ])
})

it('spells long forms out, and acronyms not', () => {
  expect(
    read([
      { id: 'a', title: 'x', abstract: 'large language models (LLMs) grow' },
      { id: 'b', title: 'x', abstract: 'an LLM grows' },
    ]).map((terms) => terms.filter((term) => term.endsWith(' 1')).map((term) => term.slice(0, -2))),
  ).toEqual([
    ['large_language_model', 'large', 'language', 'large+language', 'model', 'language+model', 'grow'],
    ['large_language_model', 'grow', 'large_language_model+grow'],
  ])
})

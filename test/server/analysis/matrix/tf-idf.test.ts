import { describe, expect, it } from 'vitest'
import { countTerms, type TermOptions } from '../../../../server/analysis/matrix/term-counts.ts'
import { tfIdf } from '../../../../server/analysis/matrix/tf-idf.ts'
import { readCorpus } from '../../../../server/analysis/text/read-corpus.ts'
import { paper } from '../../../support/planted-papers.ts'

const ALL: TermOptions = { minDocuments: 1, maxShare: 1, bigrams: false, dropAcademic: false, titleWeight: 1 }

describe('tf-idf', () => {
  const corpus = readCorpus(
    [
      paper({ id: 'a', title: 'kernel kernel graph' }),
      paper({ id: 'b', title: 'the graphs margin' }),
      paper({ id: 'c', title: 'kernels', abstract: 'Margin; margin: margin' }),
    ],
    'singular',
  )
  const terms = countTerms(corpus, ALL)

  it('puts the commonest terms first and folds plurals', () => {
    expect(terms.terms).toEqual(['graph', 'kernel', 'margin'])
    expect([...terms.documentFrequency]).toEqual([2, 2, 2])
  })

  it('weighs as scikit-learn does (sublinear_tf, smooth_idf, l2)', () => {
    const { starts, indices, values } = tfIdf(terms)
    const rows = [0, 1, 2].map((row) => {
      const dense = [0, 0, 0]
      for (let e = starts[row]; e < starts[row + 1]; e++) dense[indices[e]] = values[e]
      return dense
    })
    // Columns: graph, kernel, margin. Values from TfidfVectorizer 1.2.
    const expected = [
      [0.50854232, 0.861037, 0],
      [0.70710678, 0, 0.70710678],
      [0, 0.43016528, 0.90275015],
    ]
    rows.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(expected[i][j], 6)))
  })

  it('lets words of the title weigh more', () => {
    const weighted = countTerms(corpus, { ...ALL, titleWeight: 2 })
    const { starts, values } = weighted.counts
    expect(values.slice(starts[2], starts[3])).toEqual(Float32Array.of(2, 3))
  })

  it('counts pairs of neighbours that no punctuation parts', () => {
    const { terms: found } = countTerms(corpus, { ...ALL, bigrams: true })
    expect(found).toContain('kernel graph')
    expect(found).toContain('graph margin')
    expect(found).not.toContain('kernel margin')
  })

  it('keeps to the limits of document frequency', () => {
    expect(countTerms(corpus, { ...ALL, minDocuments: 3 }).terms).toEqual([])
    expect(countTerms(corpus, { ...ALL, maxShare: 0.5 }).terms).toEqual([])
  })
})

import { expect, it } from 'vitest'
import { authorKeywords, keywordShare } from './keyword-share.ts'

const papers = (count: number, lists: string[][]) =>
  Array.from({ length: count }, (_, i) => ({ keywords: lists[i] ?? null }))

it('counts a keyword of two papers, in a small collection of one', () => {
  const lists = [['Coral Reefs', 'tide'], ['coral reef'], ['violin', 'violins']]
  const large = authorKeywords(papers(200, lists))
  const small = authorKeywords(papers(199, lists))
  expect([large.size, small.size]).toEqual([1, 3])
  expect(keywordShare([['coral reef', 'tide']], large)).toEqual({ first: 1, firstThree: 0.5 })
  expect(keywordShare([['coral reef', 'tide']], small)).toEqual({ first: 1, firstThree: 1 })
})

it('looks at the first term, and at the first three', () => {
  const keywords = authorKeywords(papers(3, [['coral', 'violin']]))
  const terms = [
    ['corals', 'tide', 'sea', 'violin'],
    ['choir', 'violins', 'sonata'],
  ]
  expect(keywordShare(terms, keywords)).toEqual({ first: 0.5, firstThree: 2 / 6 })
  expect(keywordShare([[]], keywords)).toBeNull()
})

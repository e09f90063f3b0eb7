import { describe, expect, it } from 'vitest'
import { orderFound } from '../../../server/cli/output/order-found.ts'
import { contrastText } from '../../../server/cli/print/contrast-text.ts'
import { foundText } from '../../../server/cli/print/found-text.ts'
import { paperText } from '../../../server/cli/print/paper-text.ts'
import { paper } from '../../support/planted-papers.ts'

const found = [
  { ...paper({ id: 'a', title: 'beta', date: '2020', votes: 2 }), score: 1 },
  { ...paper({ id: 'b', title: 'Alpha', date: '2021-05' }), score: 2 },
  { ...paper({ id: 'c', title: 'gamma' }), score: 1 },
]

describe('found papers', () => {
  it.each([
    ['relevance', 'bac'],
    ['newest', 'bac'],
    ['oldest', 'abc'],
    ['title', 'bac'],
    ['votes', 'abc'],
  ] as const)('by %s: %s', (order, ids) => {
    expect(
      orderFound(found, order)
        .map(({ id }) => id)
        .join(''),
    ).toBe(ids)
  })

  it('are a list whose matches stand out on a terminal only, and which no title can disturb', () => {
    const title = 'A \u001B[31mred loss'
    const highlights = { title: [{ start: 11, end: 15 }], snippet: { text: 'loss…', ranges: [{ start: 0, end: 4 }] } }
    const items = [{ ...paper({ id: 'p', title, date: '2020' }), score: 1, highlights }]
    const text = (marked: boolean): string => foundText({ query: 'loss', total: 2, items }, marked, () => 'A. Lee')
    expect(text(false)).toBe(
      '2 papers, the first 1 of them\n\n  1  A  [31mred loss\n     A. Lee · 2020 · p\n     loss…\n',
    )
    expect(text(true)).toContain('red \u001B[1mloss\u001B[22m\n')
    expect(text(true)).not.toContain('\u001B[31m')
    expect(foundText({ query: 'x', total: 0, items: [] }, false, () => null)).toBe('no paper matches: x\n')
  })
})

it('a paper says why it is where it is', () => {
  const text = paperText({
    paper: paper({ id: 'p', title: 'Tides', date: '2020' }),
    topic: { id: 1, label: 'sea', score: 0.5 },
    reasons: [{ term: 'moon', share: 0.25 }],
    runnerUp: { id: 2, label: 'sky', score: 0.48, margin: 0.02 },
    uncertain: true,
    similar: [],
  })
  expect(text).toContain('why here   moon 25%\nrunner-up  2 sky (similarity 0.48, 0.02 behind)\nuncertain  ')
  expect(text).toContain('no similar papers')
})

it('a contrast shows both sides, and says what it cannot', () => {
  const term = { term: 'LLMs', logOdds: 1.5, low: 1, high: 2, z: 5.9, papersA: 1200, papersB: 3 }
  const sides = {
    a: { label: 'now', papers: 1500, compared: 1500, terms: [term] },
    b: { label: 'then', papers: 2, compared: 2, terms: [] },
  }
  const text = contrastText({ ...sides, overlap: 0, notes: ['only 2 papers'] })
  expect(text).toMatch(/^A {2}now \(1,500 papers\)\nB {2}then \(2 papers\)\n/)
  expect(text).toMatch(/^LLMs +1\.50 +1\.00 to 2\.00 +5\.9 +1,200 +3$/m)
  expect(text).toContain('nothing is more in B\nnote: only 2 papers\n')
})

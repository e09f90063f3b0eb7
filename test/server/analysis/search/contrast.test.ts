import { expect, it } from 'vitest'
import { contrast } from '../../../../server/analysis/search/contrast.ts'
import { buildTextIndex } from '../../../../server/analysis/search/text-index.ts'
import { plantedPapers } from '../../../support/planted-papers.ts'

const papers = plantedPapers(20, 2)
const index = buildTextIndex(papers)
const of = (label: string): number[] => papers.flatMap((paper, i) => (paper.label === label ? [i] : []))

it('finds the words of each side, and not what both share', () => {
  const { a, b } = contrast(index, of('0'), of('1'), 6)
  expect(a.map(({ term }) => term)).toContain('coral')
  expect(b.map(({ term }) => term)).toContain('violin')
  expect(a[0].z).toBeGreaterThan(1.96)
  expect(b[0].z).toBeLessThan(-1.96)
  for (const { term } of [...a, ...b]) expect(['table', 'window', 'garden', 'pencil']).not.toContain(term)
})

it('turns round when the sides do', () => {
  const there = contrast(index, of('0'), of('1'))
  const back = contrast(index, of('1'), of('0'))
  expect(back.b.map(({ term, z }) => [term, -z])).toEqual(there.a.map(({ term, z }) => [term, z]))
})

it('says nothing of two equal sets', () => {
  expect(contrast(index, of('0'), of('0'))).toEqual({ a: [], b: [] })
})

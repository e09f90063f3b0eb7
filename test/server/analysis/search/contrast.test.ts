import { expect, it } from 'vitest'
import { contrast } from '../../../../server/analysis/search/contrast.ts'
import { countInSets, countInTopics, countTopics } from '../../../../server/analysis/search/count-terms.ts'
import { buildTextIndex } from '../../../../server/analysis/search/text-index.ts'
import { paper, plantedPapers } from '../../../support/planted-papers.ts'

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

it('gives an interval around the log-odds, and writes terms as papers do', () => {
  const written = buildTextIndex([
    ...Array.from({ length: 6 }, (_, i) =>
      paper({ id: `a${i}`, title: 'x', abstract: 'We test LLMs and BERT. Prompting helps.' }),
    ),
    ...Array.from({ length: 6 }, (_, i) => paper({ id: `b${i}`, title: 'x', abstract: 'Boats need prompting.' })),
  ])
  const { a, b } = contrast(written, [0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11])
  expect(a.map(({ term }) => term)).toEqual(expect.arrayContaining(['LLMs', 'BERT']))
  expect([...a, ...b].map(({ term }) => term)).not.toContain('Prompting')
  for (const { low, logOdds, high, z } of [...a, ...b]) {
    expect(low).toBeLessThan(logOdds)
    expect(high).toBeGreaterThan(logOdds)
    expect(Math.abs(z) > 1.96).toBe(low > 0 || high < 0)
  }
})

it('counts a paper once for a term, and takes both sides of a hyphen as one', () => {
  const abstract = 'Images and an image. Fine-tuning, vision-language-action, text-to-image.'
  const papers = Array.from({ length: 3 }, (_, i) => paper({ id: `a${i}`, title: 'x', abstract }))
  const others = Array.from({ length: 3 }, (_, i) => {
    return paper({ id: `b${i}`, title: 'x', abstract: 'Boats. Finetuning. A toimage typo.' })
  })
  const { a } = contrast(buildTextIndex([...papers, ...others]), [0, 1, 2], [3, 4, 5])
  expect(a.find(({ term }) => term === 'image')).toMatchObject({ papersA: 3, papersB: 0 })
  const terms = a.map(({ term }) => term)
  expect(terms).toEqual(expect.arrayContaining(['vision-language', 'language-action', 'text']))
  expect(contrast(buildTextIndex(papers), [0, 1], [2], 20, ['Image', 'vision-language']).a).toEqual([])
  for (const part of ['fine', 'tuning', 'vision', 'language', 'action', 'to-image']) expect(terms).not.toContain(part)
})

it('says nothing of two equal sets', () => {
  expect(contrast(index, of('0'), of('0'))).toEqual({ a: [], b: [] })
})

it('counts topics ahead in steps, to the same end, also when it is asked in between', () => {
  const many = plantedPapers(200, 4)
  const large = buildTextIndex(many)
  const topicOf = (): Int32Array => Int32Array.from(many, ({ label }, i) => (i % 11 === 0 ? -1 : Number(label) + 1))
  const members = (topic: number): number[] => [...topicOf().keys()].filter((paper) => topicOf()[paper] === topic)
  const wanted = countInSets(large, members(2), members(3))
  const ahead = { topicOf: topicOf() }
  expect([...countTopics(large, ahead)].length).toBeGreaterThan(0)
  expect(countInTopics(large, ahead, new Set([2]), new Set([3]))).toEqual(wanted)
  const between = { topicOf: topicOf() }
  const steps = countTopics(large, between)
  steps.next()
  expect(countInTopics(large, between, new Set([2]), new Set([3]))).toEqual(wanted)
  expect(steps.next().done).toBe(true)
})

import { expect, it } from 'vitest'
import { readCorpus } from '../../server/analysis/text/read-corpus.ts'
import { paper } from '../support/planted-papers.ts'
import { measureMethod } from './measure-method.ts'
import type { TopicRun } from './topic-run.ts'

const texts = ['reef coral', 'coral reef', 'violin sonata', 'sonata violin', 'reef sonata', 'glacier']
const corpus = readCorpus(
  texts.map((title, i) => paper({ id: String(i), title })),
  'singular',
)
const run = (seed: number, ...assignment: number[]): TopicRun => ({
  seed,
  k: 2,
  assignment: Int32Array.from(assignment),
  words: [
    ['reef', 'coral'],
    ['violin', 'sonata'],
  ],
  labels: ['reef', 'reefs'],
  ownEstimate: 0.5,
})

it('judges labelled papers only, and takes Miscellaneous for one more cluster', () => {
  const classes = Int32Array.of(0, 0, 1, 1, -1, 2)
  const perfect = measureMethod('ours', [run(1, 0, 0, 1, 1, 0, -1)], { classes, corpus })
  expect([perfect.nmi?.mean, perfect.ari?.mean, perfect.accuracy?.mean]).toEqual([1, 1, 1])
  const worse = measureMethod('ours', [run(1, 0, 0, 1, -1, 0, -1)], { classes, corpus })
  expect(worse.accuracy?.mean).toBe(0.8)
  expect(worse.nmi?.mean).toBeLessThan(1)
})

it('compares the seeds over all papers', () => {
  const classes = new Int32Array(6).fill(-1)
  const same = run(1, 0, 0, 1, 1, 0, -1)
  const figures = measureMethod('ours', [same, { ...same, seed: 2 }], { classes, corpus })
  expect(figures.agreement).toBe(1)
  expect(figures.nmi).toBeNull()
  expect(figures.ownEstimate).toEqual({ mean: 0.5, sd: 0 })
  expect(measureMethod('ours', [same], { classes, corpus }).agreement).toBeNull()
  expect(measureMethod('ours', [same, run(2, 0, 1, 0, 1, 0, 1)], { classes, corpus }).agreement).toBeLessThan(0.5)
})

it('judges words and labels', () => {
  const figures = measureMethod('ours', [run(1, 0, 0, 1, 1, 0, -1)], { classes: new Int32Array(6).fill(-1), corpus })
  // Reef is in three papers, coral in two, both in two, of six; violin and sonata alike.
  const npmi = Math.log(2 / 6 / ((3 / 6) * (2 / 6))) / -Math.log(2 / 6)
  expect(figures.coherence?.mean).toBeCloseTo(npmi, 12)
  expect(figures.diversity?.mean).toBe(1)
  expect(figures.uniqueLabels?.mean).toBe(0.5)
})

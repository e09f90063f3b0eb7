import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { tempFolder } from '../../support/temp-folder.ts'
import { runBench } from '../command.ts'
import { quantile } from './measure-serving.ts'
import { requestKinds } from './request-kinds.ts'
import { servingText } from './serving-text.ts'

const words = ['coral', 'reef', 'violin', 'tempo', 'enzyme', 'glacier']
const papers = Array.from({ length: 60 }, (_, i) => ({
  id: `a/${i}`,
  title: `The ${words[i % 6]} of ${words[(i * 5 + 1) % 6]} ${i}${words[(i + 3) % 6]}`,
}))
const asked = { collectionId: 'c_1', analysisId: 'a_1', topics: [1, 2, 0], papers }

it('asks so many different requests of a kind, the same each time', () => {
  const kinds = requestKinds(asked, 5)
  expect(requestKinds(asked, 5)).toEqual(kinds)
  const of = (name: string): string[] => kinds.find((kind) => kind.name === name)!.paths
  expect(new Set(of('search for a word')).size).toBe(5)
  expect(of('search for a word')[0]).toMatch(/^\/api\/collections\/c_1\/papers\?query=[a-z]+&words=anywhere$/)
  expect(of('trend of a phrase')[0]).toMatch(/\/trends\?query=[a-z0-9]+%20[a-z0-9]+$/)
  // There are no more topics than these.
  expect(of('a topic with its terms').map((path) => path.split('/').at(-1))).toEqual(['1', '2', '0'])
  expect(of('a paper')[0]).toBe('/api/analyses/a_1/papers/a%2F0')
  expect(kinds.filter(({ pages }) => pages).map(({ paths }) => paths.length)).toEqual([1, 1, 1, 1, 1])
})

it('takes quantiles that are among the values', () => {
  const values = Array.from({ length: 40 }, (_, i) => i + 1)
  expect([0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([20, 38, 40])
  expect(quantile([7], 0.95)).toBe(7)
  expect(quantile([], 0.5)).toBeNaN()
})

it('prints a row a kind', () => {
  const row = { requests: 40, p50: 1.23, p95: 45.6, max: 78, cpuP50: 1, cpuP95: null, bytes: 1234, hash: 'x' }
  const text = servingText({
    collection: 'some',
    papers: 1_000_000,
    startMs: 1400,
    first: [{ name: 'papers', ms: 20 }],
    map: { bytes: 29e6, ms: 210 },
    rows: [{ name: 'topics', ...row }],
    peakBytes: 2e9,
    residentBytes: 1e9,
  })
  expect(text).toContain('some: 1,000,000 papers\nanswers after 1.40 s; memory 1.0 GB, at most 2.0 GB\n')
  expect(text).toContain('map: 29 MB in 0.21 s\n')
  expect(text).toMatch(/^topics +40 +1\.2 +45\.6 +78\.0 +1\.0 +– +1 kB$/m)
})

it.each([[[]], [['--data', '.', '--papers', '100']], [['--papers', '3']], [['--data', '.', '--requests', '0']]])(
  'refuses wrong usage: %j',
  async (flags) => {
    const said: string[] = []
    const stream = new Writable({ write: (chunk: Buffer, _, done) => done(void said.push(chunk.toString())) })
    const context = { cwd: tempFolder(), stdout: stream, stderr: stream, peerScript: 'none', tidemap: 'none' }
    expect(await runBench(['serve', ...flags], context)).toBe(2)
    expect(said.join('')).toMatch(/^bench: (nothing to serve|.*must be a whole number)/)
  },
)

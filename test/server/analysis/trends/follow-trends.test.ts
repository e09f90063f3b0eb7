import { describe, expect, it } from 'vitest'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { findPhrases } from '../../../../server/analysis/labels/phrases.ts'
import type { Scope } from '../../../../server/analysis/search/scope.ts'
import { buildTextIndex } from '../../../../server/analysis/search/text-index.ts'
import { readCorpus } from '../../../../server/analysis/text/read-corpus.ts'
import { crossTrends } from '../../../../server/analysis/trends/cross-trends.ts'
import { datesOf } from '../../../../server/analysis/trends/dates.ts'
import { followTrends } from '../../../../server/analysis/trends/follow-trends.ts'
import { buildTimeline } from '../../../../server/analysis/trends/timeline.ts'
import { choosePhrases } from '../../../../server/analysis/trends/trend-phrases.ts'
import { paper } from '../../../support/planted-papers.ts'

/** Ten years of eighty papers in two topics; in the second, quokkas give way to wombats after five years. */
const papers = Array.from({ length: 800 }, (_, i) => {
  const year = 2010 + (i % 10)
  const animal = year < 2015 ? 'quokka' : 'wombat'
  const words = i % 20 < 10 ? 'Violin. Sonata' : `Marsupial. Ecology${i % 3 === 0 ? '' : `. The ${animal}`}`
  return paper({
    id: String(i).padStart(4, '0'),
    title: 'Untitled',
    abstract: `${words}.`,
    date: String(year),
    venue: i % 4 === 0 ? 'ACME Letters' : null,
  })
})
const isOfSecond = (i: number): boolean => i % 20 >= 10
const second = papers.flatMap((_, i) => (isOfSecond(i) ? [i] : []))
const timeline = buildTimeline(datesOf(papers), 'year')
const corpus = readCorpus(papers, 'singular')
const { items, phrases, drift } = followTrends(
  plainKernels,
  timeline,
  [{ kind: 'topic', id: 2, label: 'marsupials', papers: second }],
  choosePhrases(corpus, findPhrases(plainKernels, corpus, 5), timeline, false),
)

describe('what an analysis says of time', () => {
  it('calls a topic steady whose words change', () => {
    expect(items).toMatchObject([{ kind: 'topic', id: 2, verdict: 'steady', papers: 400 }])
    expect(items[0].points).toHaveLength(10)
  })

  it('names what rises and falls, the strongest first, numbered from 1', () => {
    const moving = phrases.filter(({ qValue }) => qValue !== null && qValue < 0.05)
    expect(moving.map(({ label, verdict }) => `${label} ${verdict}`).sort()).toEqual([
      'quokka declining',
      'wombat emerging',
    ])
    expect(phrases.map(({ id }) => id)).toEqual(phrases.map((_, i) => i + 1))
    expect(phrases.slice(0, 2).map(({ verdict }) => verdict)).not.toContain('steady')
    const wombat = phrases.find(({ label }) => label === 'wombat')!
    expect(wombat.counts.reduce((a, b) => a + b, 0)).toBe(wombat.papers)
    expect(wombat.size).toBeGreaterThan(0)
  })

  it('tells what entered a topic and what left it, with the words of each time', () => {
    const [{ topicId, entered, left, stretches, terms, totals }] = drift
    expect([topicId, entered, left]).toEqual([2, ['wombat'], ['quokka']])
    expect(totals).toEqual(Array.from({ length: 10 }, () => 40))
    expect(stretches).toHaveLength(3)
    expect(stretches[0].terms).toContain('quokka')
    expect(stretches[2].terms).toContain('wombat')
    expect(stretches.reduce((sum, stretch) => sum + stretch.papers, 0)).toBe(400)
    expect(terms.find(({ term }) => term === 'wombat')!.counts.slice(0, 5)).toEqual([0, 0, 0, 0, 0])
  })
})

describe('a topic by venue', () => {
  const scope: Scope = {
    topicOf: Int32Array.from(papers, (_, i) => (isOfSecond(i) ? 2 : 1)),
    topics: [
      { id: 1, label: 'music', themeId: 1, themeLabel: 'all' },
      { id: 2, label: 'marsupials', themeId: 1, themeLabel: 'all' },
    ],
  }
  const ask = (topicId: number | null) =>
    crossTrends(buildTextIndex(papers), scope, { by: 'venue', topicId, bin: 'year', most: 5 })
  it('counts its papers of each venue, and all of the venue', () => {
    const { groups, totals, nameless } = ask(2)
    expect(groups).toHaveLength(1)
    expect(groups[0].label.toLowerCase()).toBe('acme letters')
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
    expect([groups[0].papers, sum(groups[0].counts), sum(groups[0].totals)]).toEqual([80, 80, 200])
    expect([sum(totals), nameless]).toEqual([400, 320])
  })
  it('counts all papers where no topic is asked for, and knows no other topic', () => {
    expect(ask(null).groups[0].papers).toBe(200)
    expect(() => ask(7)).toThrow('unknown topic: 7')
  })
})

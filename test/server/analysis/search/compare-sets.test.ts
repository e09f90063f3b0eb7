import { describe, expect, it } from 'vitest'
import { compareSets } from '../../../../server/analysis/search/compare-sets.ts'
import { buildTextIndex } from '../../../../server/analysis/search/text-index.ts'
import { papersSetText, type PaperSet } from '../../../../shared/paper-set.ts'
import { plantedPapers } from '../../../support/planted-papers.ts'

const papers = plantedPapers(12, 3).map((one, i) => ({ ...one, venue: i % 2 === 0 ? 'Sea Days' : 'Music "Week"' }))
const index = buildTextIndex(papers)
const scope = {
  topicOf: Int32Array.from(papers, ({ label }) => Number(label) + 1),
  topics: ['corals', 'violins', 'glaciers'].map((label, i) => ({
    id: i + 1,
    label,
    themeId: i === 1 ? 2 : 1,
    themeLabel: i === 1 ? 'music' : 'water',
  })),
}
const compare = (a: PaperSet, b: PaperSet = 'rest') => compareSets(index, scope, a, b, 10)
const first = papers[0].id

describe('sets of papers', () => {
  it.each<[PaperSet, string, number]>([
    ['topic:1', 'corals', 12],
    ['2', 'violins', 12],
    ['topic:Glaciers', 'glaciers', 12],
    ['theme:1', 'water', 24],
    ['theme:music', 'music', 12],
    ['period:2010', '2010', 12],
    ['period:2010-Q1..2010-Q2', '2010-Q1 to 2010-Q2', 6],
    ['period:2011..', 'from 2011 on', 24],
    ['period:..2010', 'up to 2010', 12],
    ['query:violin coral', '“violin coral”', 0],
    ['query:violin OR coral', '“violin OR coral”', 24],
    ['venue:Sea Days', 'Sea Days', 18],
    ['venue:music week', 'music week', 18],
    [`papers:${first},${first}`, '1 chosen paper', 1],
    [{ papers: papers.slice(0, 7).map(({ id }) => id) }, '7 chosen papers', 7],
  ])('%j is %s', (set, label, count) => {
    const { a, b } = compare(set)
    expect(a).toMatchObject({ label, papers: count })
    expect(b).toMatchObject({ label: 'all other papers', papers: papers.length - count })
  })

  it.each([
    'colour:red',
    'topic:',
    'nonsense',
    'period:2024-Q7',
    'period:soon',
    'period:..',
    'query:-a',
    'query:colour:red',
  ])('refuses %s', (set) => {
    expect(() => compare(set)).toThrow(/^unknown (set of papers|period|field)|^query only|^nothing to look for/)
  })

  it.each(['topic:9', 'theme:9'])('does not know %s', (set) => {
    expect(() => compare(set)).toThrow(/^unknown (topic|theme): 9$/)
  })

  it('keeps commas inside ids apart from commas between them', () => {
    const odd = buildTextIndex([
      { ...papers[0], id: 'a,b' },
      { ...papers[1], id: 'c d' },
    ])
    const both = compareSets(odd, scope, papersSetText(['a,b', 'c d']), 'rest', 5)
    expect(both.a.papers).toBe(2)
  })
})

describe('what a comparison says of itself', () => {
  it('leaves out what is in both sets, and says so', () => {
    const { overlap, notes, a } = compare('venue:Sea Days', 'topic:1')
    expect([overlap, a.papers, a.compared]).toEqual([6, 18, 12])
    expect(notes).toEqual(['6 papers are in both sets and left out'])
    expect(a.terms.map(({ term }) => term)).not.toContain('coral')
  })

  it('warns of tiny and of empty sets', () => {
    expect(compare(`papers:${first}`).notes).toEqual([
      'only 1 paper to compare in 1 chosen paper: the terms are hints, not findings',
    ])
    expect(compare('query:zebra').notes).toEqual(['no paper in “zebra”'])
    expect(compare('query:zebra').b.terms).toEqual([])
    expect(compare('papers:z').notes[0]).toBe('1 paper of 1 chosen paper is not in the collection')
  })

  it('has nothing to say of a set against itself or what holds it', () => {
    expect(compare('topic:1', 'topic:1')).toMatchObject({ a: { terms: [] }, b: { terms: [] } })
    expect(compare('topic:1', 'topic:1').notes).toEqual(['both sets hold the same papers: there is nothing to compare'])
    expect(compare('topic:1', 'theme:1').notes[0]).toMatch(/^all papers of corals are in the other set/)
  })
})

describe('topics and the same papers one by one give the same terms', () => {
  // The last papers came after the analysis and are in no topic.
  const later = { ...scope, topicOf: scope.topicOf.map((topic, i) => (i < 34 ? topic : -1)) }
  const listOf = (...topics: number[]): PaperSet => ({
    papers: papers.flatMap(({ id }, i) => (topics.includes(later.topicOf[i]) ? [id] : [])),
  })
  it.each<[PaperSet, PaperSet, PaperSet, PaperSet]>([
    ['topic:1', 'topic:2', listOf(1), listOf(2)],
    ['topic:3', 'rest', listOf(3), 'rest'],
    ['rest', 'topic:3', 'rest', listOf(3)],
    ['theme:water', 'topic:2', listOf(1, 3), listOf(2)],
    ['theme:water', 'topic:1', listOf(1, 3), listOf(1)],
  ])('%j and %j', (a, b, listA, listB) => {
    for (const ignored of [[], ['Reefs', 'coral']]) {
      const byTopic = compareSets(index, later, a, b, 10, ignored)
      const byPaper = compareSets(index, later, listA, listB, 10, ignored)
      expect([byTopic.a.terms, byTopic.b.terms, byTopic.overlap]).toEqual([
        byPaper.a.terms,
        byPaper.b.terms,
        byPaper.overlap,
      ])
    }
  })
})

import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../../server/analysis/search/query.ts'
import { rankPage, type RankPlace } from '../../../../server/analysis/search/rank.ts'
import { findPapers } from '../../../../server/analysis/search/search.ts'
import { buildTextIndex } from '../../../../server/analysis/search/text-index.ts'
import { paper } from '../../../support/planted-papers.ts'

describe('the order of what is found', () => {
  const ranked = buildTextIndex([
    paper({ id: 'a', title: 'Boats', abstract: 'A loss here. A function there.' }),
    paper({ id: 'b', title: 'Loss', abstract: 'boats and functions' }),
    paper({
      id: 'c',
      title: 'On boats',
      abstract: 'A loss function of boats, and of much else that goes on and on for long.',
    }),
    paper({ id: 'd', title: 'Boats', abstract: 'plainly', date: '2020' }),
    paper({ id: 'e', title: 'Boats', abstract: 'plainly', date: '2022' }),
    paper({ id: 'f', title: 'Cars', abstract: 'plainly' }),
  ])
  const best = (query: string, after: RankPlace | null = null, limit = 9) => {
    const found = findPapers(ranked, parseQuery(query, 'anywhere'), ['title', 'abstract'], null)
    return rankPage(ranked, found, after, limit)
  }
  const order = (query: string): string =>
    best(query)
      .items.map(({ id }) => id)
      .join('')

  it('puts words that stand together, and words of the title, first', () => {
    expect(order('loss function')).toBe('cba')
    expect(order('loss')[0]).toBe('b')
  })

  it('puts the newest first among equals, then goes by id', () => {
    expect(order('plainly')).toBe('edf')
  })

  it('pages without a gap, and past a paper that matches no more', () => {
    const first = best('boats', null, 2)
    const rest = best('boats', first.next)
    expect([...first.items, ...rest.items]).toEqual(best('boats').items)
    expect(rest.next).toBeNull()
    expect(best('boats', { ...first.next!, id: 'dz' }).items).toEqual(rest.items)
  })
})

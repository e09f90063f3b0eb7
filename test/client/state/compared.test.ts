import { expect, it } from 'vitest'
import { compareLink, selectionText, useCompared } from '../../../client/state/compared.ts'
import { readPaperSet } from '../../../shared/paper-set.ts'

it('writes a small selection into the link, and remembers a large one', () => {
  expect(selectionText(['a,b', 'c'])).toBe('papers:a%2Cb,c')
  expect(useCompared.getState().ids).toEqual([])
  const many = Array.from({ length: 500 }, (_, i) => `paper-${i}`)
  expect(selectionText(many)).toBe('selection')
  expect(useCompared.getState().ids).toBe(many)
})

it('links to a comparison that reads back as it was', () => {
  const link = compareLink('c_1', { a: 'query:loss & "function"', b: 'period:2019..', analysis: 'a_1' })
  const query = new URL(link, 'http://localhost').searchParams
  expect(link).toMatch(/^\/c\/c_1\/compare\?/)
  expect(readPaperSet(query.get('a')!)).toEqual({ kind: 'query', value: 'loss & "function"' })
  expect(query.get('b')).toBe('period:2019..')
  expect(query.get('analysis')).toBe('a_1')
  expect(compareLink('c_1', { a: 'topic:1' })).toBe('/c/c_1/compare?a=topic%3A1')
})

import { expect, it } from 'vitest'
import { compareCodePoints, PAPER_FIELDS, paperLine } from '../../shared/paper.ts'
import { paper } from '../support/planted-papers.ts'

it('sorts by code point, not by UTF-16 unit', () => {
  const sorted = ['\u{1F600}', '\uFF5E', 'b', 'a', 'ab', 'B', ''].sort(compareCodePoints)
  expect(sorted).toEqual(['', 'B', 'a', 'ab', 'b', '\uFF5E', '\u{1F600}'])
})

it('writes every field in one order, whatever order it came in', () => {
  const one = paper({ id: 'a', title: 'x' })
  const turned = Object.fromEntries(Object.entries(one).reverse()) as typeof one
  expect(paperLine(turned)).toBe(paperLine(one))
  expect(Object.keys(JSON.parse(paperLine(one)) as object)).toEqual(PAPER_FIELDS)
})

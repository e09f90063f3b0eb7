import { expect, it } from 'vitest'
import { booleanCell, numberCell, textCell } from '../../shared/csv.ts'

it.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  [' =1', "' =1"],
  ['\n=1', '"\'\n=1"'],
  ['＝1', "'＝1"],
  ['|cmd', "'|cmd"],
  ['\u0000=1', "'\u0000=1"],
  ['\u200b=1', "'\u200b=1"],
  ['@sum', "'@sum"],
  ["'=1", "''=1"],
  ["'tis", "'tis"],
  ['', ''],
])('writes the text %j', (text, cell) => {
  expect(textCell(text)).toBe(cell)
})

it('writes numbers as numbers', () => {
  expect([-5.2, 0, -0, 1e-9, 0.1 + 0.2, 1e6, 2 / 3].map((value) => numberCell(value))).toEqual([
    '-5.2',
    '0',
    '0',
    '0',
    '0.3',
    '1000000',
    '0.666667',
  ])
  // Digits beyond the fifteenth are those of the number that is kept, not of the one that was meant.
  expect([-12.345678, 0.000001, 123456789.25, 1e15 + 0.25].map((value) => numberCell(value))).toEqual([
    '-12.345678',
    '0.000001',
    '123456789.25',
    '1000000000000000.25',
  ])
  expect(numberCell(null)).toBe('')
  expect(numberCell(100)).toBe('100')
  expect(() => numberCell(NaN)).toThrow(RangeError)
  expect([booleanCell(true), booleanCell(false), textCell(null)]).toEqual(['true', 'false', ''])
})

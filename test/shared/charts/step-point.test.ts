import { expect, it } from 'vitest'
import { stepPoint } from '../../../shared/charts/step-point.ts'

const rows = [
  { id: 'a', periods: ['2019', '2020', '2021'] },
  { id: 'empty', periods: [] },
  { id: 'b', periods: ['2020', '2022'] },
]

it.each([
  ['ArrowRight', { row: 'a', period: '2019' }, { row: 'a', period: '2020' }],
  ['ArrowLeft', { row: 'b', period: '2022' }, { row: 'b', period: '2020' }],
  ['Home', { row: 'a', period: '2021' }, { row: 'a', period: '2019' }],
  ['End', { row: 'b', period: '2020' }, { row: 'b', period: '2022' }],
  ['ArrowDown', { row: 'a', period: '2020' }, { row: 'b', period: '2020' }],
])('%s leads from %o to %o', (key, from, to) => {
  expect(stepPoint(rows, from, key)).toEqual(to)
})

it('takes the period before, else the first, where the other series lacks one', () => {
  expect(stepPoint(rows, { row: 'a', period: '2021' }, 'ArrowDown')).toEqual({ row: 'b', period: '2020' })
  expect(stepPoint(rows, { row: 'a', period: '2019' }, 'ArrowDown')).toEqual({ row: 'b', period: '2020' })
})

it('leads nowhere at the edges, by other keys, and from what is not there', () => {
  for (const key of ['ArrowLeft', 'ArrowUp', 'Home', 'x']) {
    expect(stepPoint(rows, { row: 'a', period: '2019' }, key)).toBeNull()
  }
  expect(stepPoint(rows, { row: 'c', period: '2019' }, 'ArrowRight')).toBeNull()
})

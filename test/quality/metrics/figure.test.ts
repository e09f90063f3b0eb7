import { expect, it } from 'vitest'
import { figureOf } from './figure.ts'

it('gives the mean and the deviation of a sample', () => {
  expect(figureOf([1, 2, 3])).toEqual({ mean: 2, sd: 1 })
  expect(figureOf([5])).toEqual({ mean: 5, sd: null })
})

it('gives none where a seed gave none', () => {
  expect(figureOf([1, null])).toBeNull()
  expect(figureOf([])).toBeNull()
})

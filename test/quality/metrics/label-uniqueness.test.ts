import { expect, it } from 'vitest'
import { labelUniqueness } from './label-uniqueness.ts'

it('takes labels of the same stems for one, in any order, case and number', () => {
  expect(labelUniqueness(['graph networks', 'Network graph', 'coral reef', 'coral'])).toBe(0.75)
  expect(labelUniqueness(['coral', 'violin'])).toBe(1)
  expect(labelUniqueness([])).toBeNull()
})

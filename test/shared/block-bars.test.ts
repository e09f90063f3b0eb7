import { expect, it } from 'vitest'
import { blockBars } from '../../shared/block-bars.ts'

it('draws values against the highest, and a dot for none', () => {
  expect(blockBars([0, 4, null, 8, 1])).toBe('▁▄·█▁')
  expect(blockBars([0, 0])).toBe('▁▁')
  expect(blockBars([])).toBe('')
})

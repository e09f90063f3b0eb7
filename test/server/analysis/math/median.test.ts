import { describe, expect, it } from 'vitest'
import { median } from '../../../../server/analysis/math/median.ts'
import { createRandom } from '../../../../server/analysis/math/random.ts'

describe('median', () => {
  it('is what stands in the middle of the sorted numbers, with ties and in any order', () => {
    const random = createRandom(7, 1)
    for (let length = 1; length < 60; length++) {
      for (const kinds of [2, 5, 1000]) {
        const values = Float64Array.from({ length }, () => random.below(kinds) - kinds / 2)
        const sorted = values.toSorted()
        expect(median(values)).toBe((sorted[(length - 1) >> 1] + sorted[length >> 1]) / 2)
        expect(values.toSorted()).toEqual(sorted)
      }
    }
  })

  it('is found in sorted, reversed and equal numbers', () => {
    const rising = Float64Array.from({ length: 1001 }, (_, i) => i)
    expect(median(rising.slice())).toBe(500)
    expect(median(rising.toReversed())).toBe(500)
    expect(median(new Float64Array(1000).fill(-3))).toBe(-3)
  })
})

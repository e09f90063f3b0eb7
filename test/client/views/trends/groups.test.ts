import { describe, expect, it } from 'vitest'
import { spanOfPoints } from '../../../../client/hooks/span-of-points.ts'
import { groupsCsv } from '../../../../client/views/trends/group-files.ts'
import { groupRows } from '../../../../client/views/trends/group-rows.ts'
import type { CrossTrends } from '../../../../shared/cross-trends.ts'

const cross: CrossTrends = {
  by: 'venue',
  topicId: null,
  bin: 'year',
  periods: ['1990', '2020', '2021'],
  complete: [true, true, false],
  totals: [1, 200, 100],
  groups: [{ label: '+X', papers: 30, counts: [0, 20, 10], totals: [0, 40, 20] }],
  nameless: 0,
  notes: [],
}

describe('venues over time', () => {
  it('are parts of the period, or the topic a part of the venue', () => {
    expect(groupRows(cross, null, null).rows[0].totals).toEqual([200, 100])
    expect(groupRows({ ...cross, topicId: 3 }, null, null).rows[0].totals).toEqual([40, 20])
  })
  it('keep to the brushed stretch, sparse or not', () => {
    expect(groupRows(cross, null, null).periods).toEqual(['2020', '2021'])
    expect(groupRows(cross, '1980', '2020').periods).toEqual(['1990', '2020'])
  })
  it('become a file', () => {
    expect(groupsCsv(groupRows(cross, null, null)).split('\n')[1]).toBe("'+X,2020,20,200")
  })
})

describe('a brushed stretch', () => {
  const points = ['2019-H1', '2019-H2', '2020-H1'].map((period) => ({ period }))
  it('takes periods that lie in it in part, and all without one', () => {
    expect(spanOfPoints(points, '2019-08', null).map(({ period }) => period)).toEqual(['2019-H2', '2020-H1'])
    expect(spanOfPoints(points, null, null)).toEqual(points)
  })
})

import { describe, expect, it } from 'vitest'
import { countTopics, focusMask, placesOf, type FocusAsk } from '../../../client/hooks/focus-mask.ts'
import { NO_DAY, type MapColumns } from '../../../shared/map.ts'
import { dateSpan } from '../../../shared/period.ts'

const day = (date: string): number => dateSpan(date).first
const map: MapColumns = {
  n: 5,
  x: new Float32Array(5),
  y: new Float32Array(5),
  day: Int32Array.of(day('2020-01-01'), day('2021-06-01'), NO_DAY, day('2022-01-01'), day('2022-12-31')),
  topic: Uint16Array.of(1, 2, 1, 2, 1),
  runnerUp: new Uint16Array(5),
  flags: new Uint8Array(5),
  ids: ['a', 'b', 'c', 'd', 'e'],
}
const nothing: FocusAsk = { hoverTopic: null, topic: null, from: null, to: null, hits: null, lasso: null }
const focused = (ask: Partial<FocusAsk>) => placesOf(focusMask(map, { ...nothing, ...ask })!)

describe('focusMask', () => {
  it('is null where nothing narrows the map', () => {
    expect(focusMask(map, nothing)).toBeNull()
  })
  it('keeps the topic, the pointer winning over the picked one', () => {
    expect(focused({ topic: 1 })).toEqual([0, 2, 4])
    expect(focused({ topic: 1, hoverTopic: 2 })).toEqual([1, 3])
  })
  it('keeps whole periods at both ends and drops papers without a day', () => {
    expect(focused({ from: '2021', to: '2022' })).toEqual([1, 3, 4])
    expect(focused({ from: '2022' })).toEqual([3, 4])
  })
  it('narrows nothing by a day that no calendar has', () => {
    expect(focused({ from: '2021-13' })).toEqual([0, 1, 3, 4])
  })
  it('joins search, time and lasso', () => {
    expect(focused({ hits: new Set([0, 3, 4]), from: '2022', lasso: [4, 1] })).toEqual([4])
  })
  it('shows a hovered topic whole, whatever the lasso caught', () => {
    expect(focused({ hoverTopic: 2, lasso: [0] })).toEqual([1, 3])
  })
})

describe('countTopics', () => {
  it('counts all, or those in focus', () => {
    expect(countTopics(map, null)).toEqual(new Map([[1, 3], [2, 2]])) // prettier-ignore
    expect(countTopics(map, Uint8Array.of(1, 0, 0, 0, 1))).toEqual(new Map([[1, 2]]))
  })
})

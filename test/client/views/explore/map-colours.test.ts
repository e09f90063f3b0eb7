import { describe, expect, it } from 'vitest'
import { hexOf, mapColours } from '../../../../client/views/explore/map-colours.ts'
import { mapNames } from '../../../../client/views/explore/map-names.ts'
import { NO_DAY, type MapColumns } from '../../../../shared/map.ts'
import { dateSpan } from '../../../../shared/period.ts'
import { theme, topic } from './topics.ts'

const days = ['2016', '2019', '2024'].map((date) => dateSpan(date).first)
const map: MapColumns = {
  n: 4,
  x: Float32Array.of(0, 1, 10, 0),
  y: Float32Array.of(0, 1, 10, 2),
  day: Int32Array.of(...days, NO_DAY),
  topic: Uint16Array.of(1, 1, 1, 2),
  runnerUp: new Uint16Array(4),
  flags: new Uint8Array(4),
  ids: ['a', 'b', 'c', 'd'],
}
const topics = [topic(1, { themeId: 1 }), topic(2, { themeId: 2 })]
const index = {
  topics,
  themes: [theme(1, [1], 3), theme(2, [2], 1)],
  count: 2,
  byId: new Map(topics.map((one) => [one.id, one])),
}

describe('mapColours', () => {
  it.each(['topic', 'theme', 'year'] as const)('has a colour for every paper: %s', (colour) => {
    const { slot, palette } = mapColours(map, index, colour, false)
    for (const place of slot) expect(palette[place]).toMatch(/^#[0-9a-f]{6}$/)
  })
  it('keeps a topic its colour in light and dark', () => {
    expect(mapColours(map, index, 'topic', true).palette).toEqual(mapColours(map, index, 'topic', false).palette)
  })
  it('names every year it draws, and sets papers without a date apart', () => {
    const { slot, palette, legend } = mapColours(map, index, 'year', false)
    expect(legend.map((one) => one.label)).toEqual([
      '2016',
      '2017',
      '2018',
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
    ])
    expect(palette[slot[1]]).toBe(legend[3].colour)
    expect(slot[3]).toBe(palette.length - 1)
  })
  it('lives without any date', () => {
    const { palette, legend } = mapColours({ ...map, day: new Int32Array(4).fill(NO_DAY) }, index, 'year', true)
    expect([palette.length, legend.length]).toEqual([1, 0])
  })
})

describe('hexOf', () => {
  it('reads both ways of writing a colour', () => {
    expect(hexOf('rgb(1, 20, 255)')).toBe('#0114ff')
    expect(hexOf('#abcdef')).toBe('#abcdef')
  })
})

describe('mapNames', () => {
  it('stands by the bulk of a topic, not by its strays', () => {
    const name = mapNames(index, map).find((one) => one.ref === 1)!
    expect(name.reach!.maxY).toBeLessThan(10)
    expect(name.detail).toBe('second · third')
  })
  it('names themes only where there are many topics', () => {
    expect(mapNames(index, map).every((one) => one.kind === 'topic')).toBe(true)
    const many = Array.from({ length: 20 }, (_, i) => topic(i + 1, { themeId: (i % 2) + 1 }))
    const crowded = { ...index, topics: many }
    expect(mapNames(crowded, map).filter((one) => one.kind === 'theme')).toHaveLength(2)
  })
})

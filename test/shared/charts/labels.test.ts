import { describe, expect, it } from 'vitest'
import { placeEndLabels } from '../../../shared/charts/end-labels.ts'
import { overlaps, placeMapLabels } from '../../../shared/charts/map-labels.ts'
import { shorten, textWidth } from '../../../shared/charts/text-width.ts'

/** A small seeded generator, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}

describe('placeEndLabels', () => {
  const label = (id: string, y: number, priority = 0) => ({ id, y, priority })

  it('leaves labels alone that have room', () => {
    expect(placeEndLabels([label('a', 20), label('b', 60)], 0, 100, 15)).toEqual([
      { id: 'a', y: 20 },
      { id: 'b', y: 60 },
    ])
  })

  it('moves two on one spot apart by the same way', () => {
    expect(placeEndLabels([label('a', 50), label('b', 50)], 0, 100, 15).map((one) => one.y)).toEqual([42.5, 57.5])
  })

  it('keeps the order of the heights and stays inside', () => {
    const placed = placeEndLabels([label('low', 99), label('high', 2), label('lower', 100)], 0, 100, 20)
    expect(placed).toEqual([
      { id: 'high', y: 2 },
      { id: 'low', y: 80 },
      { id: 'lower', y: 100 },
    ])
  })

  it('leaves out the least important where there is no room', () => {
    expect(
      placeEndLabels([label('a', 5, 1), label('b', 6, 3), label('c', 7, 2)], 0, 15, 15).map((one) => one.id),
    ).toEqual(['b', 'c'])
  })

  it('never lets two overlap, whatever the heights', () => {
    const next = random(1)
    for (let round = 0; round < 300; round++) {
      const labels = Array.from({ length: Math.floor(next() * 30) }, (_, index) =>
        label(String(index), next() * 120 - 10, next()),
      )
      const placed = placeEndLabels(labels, 10, 200, 14)
      for (const [index, one] of placed.entries()) {
        expect(one.y).toBeGreaterThanOrEqual(10 - 1e-9)
        expect(one.y).toBeLessThanOrEqual(200 + 1e-9)
        if (index > 0) expect(one.y - placed[index - 1].y).toBeGreaterThanOrEqual(14 - 1e-9)
      }
      expect(placed).toHaveLength(Math.min(labels.length, 14))
    }
  })
})

describe('placeMapLabels', () => {
  const label = (id: string, x: number, y: number, priority = 0, text = 'contrastive learning') => ({
    id,
    text,
    x,
    y,
    fontSize: 13,
    priority,
  })

  it('puts a lone label on its spot, and one at the edge inside', () => {
    expect(placeMapLabels([label('a', 300, 200)], 600, 400)[0]).toMatchObject({ x: 300, y: 200 })
    const [edge] = placeMapLabels([label('a', 0, 0)], 600, 400)
    expect(edge.x - edge.width / 2).toBeCloseTo(4)
    expect(edge.y - edge.height / 2).toBeCloseTo(4)
  })

  it('moves the less important of two aside', () => {
    const placed = placeMapLabels([label('small', 300, 200, 1), label('large', 300, 200, 9)], 600, 400)
    expect(placed.map((one) => one.id)).toEqual(['large', 'small'])
    expect(placed[0]).toMatchObject({ x: 300, y: 200 })
    expect(placed[1].y).not.toBe(200)
  })

  it('does not cover dots where it need not', () => {
    const dots = [{ x: 300, y: 200 }]
    const [placed] = placeMapLabels([label('a', 300, 200)], 600, 400, { dots })
    expect(Math.abs(placed.y - 200)).toBeGreaterThan(placed.height / 2)
  })

  it('leaves out what is wider than the map', () => {
    expect(placeMapLabels([label('a', 10, 10, 1, 'x'.repeat(200))], 300, 300)).toEqual([])
  })

  it('never lets two overlap and never cuts one off, whatever the places', () => {
    const next = random(2)
    for (let round = 0; round < 60; round++) {
      const labels = Array.from({ length: 60 }, (_, index) =>
        label(String(index), next() * 700 - 50, next() * 500 - 50, next(), 'topic '.repeat(1 + Math.floor(next() * 4))),
      )
      const placed = placeMapLabels(labels, 600, 400)
      expect(placed.length).toBeGreaterThan(5)
      const inside = placed.every(
        ({ x, y, width, height }) => x >= width / 2 && x + width / 2 <= 600 && y >= height / 2 && y + height / 2 <= 400,
      )
      const clashes = placed.filter((one, index) => placed.slice(0, index).some((other) => overlaps(one, other)))
      expect(inside).toBe(true)
      expect(clashes).toEqual([])
    }
  })

  it('gives the same answer for any order of the labels', () => {
    const labels = [label('a', 10, 10, 1), label('b', 12, 12, 1), label('c', 14, 9, 1)]
    expect(placeMapLabels([...labels].reverse(), 600, 400)).toEqual(placeMapLabels(labels, 600, 400))
  })
})

describe('shorten', () => {
  it('cuts to the width with an ellipsis, and only where it must', () => {
    expect(shorten('short', 12, 200)).toBe('short')
    const short = shorten('a rather long name of a topic', 12, 100)
    expect(short).toMatch(/^a rather .*…$/)
    expect(textWidth(short, 12)).toBeLessThanOrEqual(100)
    expect(shorten('😀😀😀😀😀😀', 12, 40).isWellFormed()).toBe(true)
  })
})

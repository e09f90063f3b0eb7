import { describe, expect, it } from 'vitest'
import {
  breakLabel,
  overlaps,
  placeLabels,
  type LabelBox,
  type PlacedBox,
} from '../../../../../client/views/explore/map/place-labels.ts'

const options = {
  width: 400,
  height: 300,
  gap: 6,
  farthest: 4,
  obstacles: new Float32Array(),
  previous: new Map<string, PlacedBox>(),
}
const box = (id: string, x: number, y: number, priority = 1): LabelBox => ({
  id,
  x,
  y,
  width: 90,
  height: 16,
  priority,
})

describe('placeLabels', () => {
  it('never lets two labels meet', () => {
    const labels = Array.from({ length: 60 }, (_, i) => box(`l${i}`, (i * 53) % 400, (i * 37) % 300, i))
    const placed = [...placeLabels(labels, options)].map(([id, at]) => ({ ...box(id, at.x, at.y) }))
    expect(placed.length).toBeGreaterThan(10)
    for (const a of placed) for (const b of placed) if (a.id !== b.id) expect(overlaps(a, b, 0)).toBe(false)
  })
  it('keeps every label inside the map', () => {
    for (const at of placeLabels([box('a', 1, 1), box('b', 399, 299)], options).values()) {
      expect(at.x).toBeGreaterThanOrEqual(45)
      expect(at.x).toBeLessThanOrEqual(355)
    }
  })
  it('leaves out what lies beyond the edge', () => {
    expect(placeLabels([box('a', -5, 50)], options).size).toBe(0)
  })
  it('gives the place to the more important label', () => {
    const placed = placeLabels([box('low', 200, 150, 1), box('high', 200, 150, 2)], options)
    expect(placed.get('high')).toMatchObject({ x: 200, y: 150 })
    expect(placed.get('low')).not.toMatchObject({ x: 200, y: 150 })
  })
  it('goes no farther than it may', () => {
    const labels = [box('a', 200, 150, 2), box('b', 200, 150, 1)]
    expect(placeLabels(labels, { ...options, farthest: 0.5 }).size).toBe(1)
  })
  it('steps aside for points, and stays there while one moves', () => {
    const obstacles = Float32Array.of(200, 150, 180, 150, 220, 150)
    const first = placeLabels([box('a', 200, 150)], { ...options, obstacles })
    expect(first.get('a')!.y).not.toBe(150)
    const next = placeLabels([box('a', 201, 150)], { ...options, obstacles, previous: first })
    expect(next.get('a')!.step).toBe(first.get('a')!.step)
  })
  it('takes a free spot above the points of its topic', () => {
    const label = { ...box('a', 200, 150), spots: [{ x: 200, y: 120 }] }
    const obstacles = Float32Array.of(200, 150)
    expect(placeLabels([label], { ...options, obstacles }).get('a')).toMatchObject({ x: 200, y: 120 })
  })
})

describe('breakLabel', () => {
  it('breaks long names where both lines are about as long', () => {
    expect(breakLabel('text-to-image semantic binding')).toEqual(['text-to-image', 'semantic binding'])
    expect(breakLabel('unlearning')).toEqual(['unlearning'])
    expect(breakLabel('averyveryverylongwordwithoutspaces')).toHaveLength(1)
  })
})

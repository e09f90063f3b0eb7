import { describe, expect, it } from 'vitest'
import { createHitTest } from '../../../../../client/views/explore/map/hit-test.ts'
import { shapeOf } from '../../../../../client/views/explore/map/lasso.ts'

const x = Float32Array.of(0, 1, 2, 0.5)
const y = Float32Array.of(0, 0, 2, 0.5)
const hits = createHitTest(x, y)

describe('the hit test', () => {
  it('finds the nearest point in reach', () => {
    expect(hits.nearest(0.9, 0.1, 0.5, null)).toBe(1)
    expect(hits.nearest(5, 5, 0.5, null)).toBeNull()
  })
  it('passes over dimmed points', () => {
    expect(hits.nearest(0.9, 0.1, 1, Uint8Array.of(1, 0, 1, 1))).toBe(3)
  })
  it('finds the points inside a polygon, not just its box', () => {
    expect(
      hits.within([
        [-0.1, -0.1],
        [1.2, -0.1],
        [-0.1, 1.2],
      ]),
    ).toEqual([0, 1, 3])
  })
  it('finds nothing in an empty map', () => {
    expect(createHitTest(new Float32Array(), new Float32Array()).nearest(0, 0, 9, null)).toBeNull()
  })
})

describe('shapeOf', () => {
  it('makes a box of a straight drag', () => {
    expect(
      shapeOf([
        [0, 0],
        [50, 26],
        [100, 50],
      ]),
    ).toEqual([
      [0, 0],
      [100, 0],
      [100, 50],
      [0, 50],
    ])
  })
  it('keeps a drawn shape', () => {
    const trail: [number, number][] = [
      [0, 0],
      [80, 10],
      [60, 90],
      [2, 3],
    ]
    expect(shapeOf(trail)).toEqual(trail)
  })
})

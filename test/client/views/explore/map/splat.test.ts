import { describe, expect, it } from 'vitest'
import { dotStamp, shuffledOrder, splat } from '../../../../../client/views/explore/map/splat.ts'

const camera = { scale: 1, dx: 0, dy: 10 }
const palette = Uint32Array.of(0x0000ff, 0xff0000)

function draw(mask: Uint8Array | null, pass: 0 | 1, alpha: number, radius = 0.5): Uint32Array {
  const pixels = new Uint32Array(100)
  const points = {
    order: Uint32Array.of(0, 1),
    x: Float32Array.of(3, 7),
    y: Float32Array.of(5, 5),
    slot: Uint16Array.of(0, 1),
    mask,
  }
  splat(pixels, 10, 10, points, palette, camera, radius, pass, alpha)
  return pixels
}

describe('splat', () => {
  it('draws each point in its colour at its place', () => {
    const pixels = draw(null, 1, 1)
    expect(pixels[53]).toBe(0xff0000ff)
    expect(pixels[57]).toBe(0xffff0000)
  })
  it('draws only the points of the pass', () => {
    const pixels = draw(Uint8Array.of(1, 0), 0, 1)
    expect(pixels[53]).toBe(0)
    expect(pixels[57]).not.toBe(0)
  })
  it('never writes outside the picture', () => {
    const pixels = new Uint32Array(100)
    const points = {
      order: Uint32Array.of(0, 1),
      x: Float32Array.of(-1, 10),
      y: Float32Array.of(11, 0),
      slot: Uint16Array.of(0, 1),
      mask: null,
    }
    expect(() => splat(pixels, 10, 10, points, palette, camera, 3, 1, 1)).not.toThrow()
  })
  it('grows more opaque where points meet', () => {
    const once = draw(null, 1, 0.5)[53] >>> 24
    const pixels = new Uint32Array(100)
    const points = {
      order: Uint32Array.of(0, 1),
      x: Float32Array.of(3, 3),
      y: Float32Array.of(5, 5),
      slot: Uint16Array.of(0, 0),
      mask: null,
    }
    splat(pixels, 10, 10, points, palette, camera, 0.5, 1, 0.5)
    expect(pixels[53] >>> 24).toBeGreaterThan(once)
    expect(pixels[53] & 0xffffff).toBe(0x0000ff)
  })
})

describe('dotStamp', () => {
  it('is round and full in its middle', () => {
    const stamp = dotStamp(2, 1)
    expect(stamp[12]).toBe(255)
    expect(stamp[0]).toBeLessThan(255)
    expect([...stamp]).toEqual([...stamp].reverse())
  })
})

describe('shuffledOrder', () => {
  it('holds every place once, the same way every time', () => {
    const order = shuffledOrder(1000)
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i))
    expect(shuffledOrder(1000)).toEqual(order)
    expect([...order]).not.toEqual([...order].sort((a, b) => a - b))
  })
})

import { describe, expect, it } from 'vitest'
import { dotStamp, fade, shuffledOrder, splat } from '../../../../../client/views/explore/map/splat.ts'

const camera = { scale: 1, dx: 0, dy: 10 }
const palette = Uint32Array.of(0x0000ff, 0xff0000)
const WHITE = 0xffffffff

function draw(xs: number[], mask: Uint8Array | null, pass: 0 | 1, alpha: number, radius = 0.5): Uint32Array {
  const pixels = new Uint32Array(100).fill(WHITE)
  const points = {
    order: Uint32Array.from(xs, (_, i) => i),
    x: Float32Array.from(xs),
    y: new Float32Array(xs.length).fill(5),
    slot: Uint16Array.from(xs, (_, i) => i % 2),
    mask,
  }
  splat(pixels, 10, 10, points, palette, camera, radius, pass, alpha)
  return pixels
}

describe('splat', () => {
  it('draws each point in its colour at its place', () => {
    const pixels = draw([3, 7], null, 1, 1)
    expect(pixels[53]).toBe(0xff0000ff)
    expect(pixels[57]).toBe(0xffff0000)
    expect(pixels[0]).toBe(WHITE)
  })
  it('draws only the points of the pass', () => {
    const pixels = draw([3, 7], Uint8Array.of(1, 0), 0, 1)
    expect(pixels[53]).toBe(WHITE)
    expect(pixels[57]).toBe(0xffff0000)
  })
  it('draws what reaches in from beyond the edge, and nothing round the corner', () => {
    const pixels = draw([-1], null, 1, 1, 2)
    expect(pixels[50]).toBe(0xff0000ff)
    expect(pixels[49]).toBe(WHITE)
    expect(pixels[59]).toBe(WHITE)
  })
  it('mixes every channel by its opacity, whichever is larger', () => {
    const half = draw([3], null, 1, 0.5)[53]
    expect([half & 255, (half >>> 8) & 255, (half >>> 16) & 255]).toEqual([255, 127, 127])
    const onBlack = new Uint32Array(100).fill(0xff000000)
    const one = {
      order: Uint32Array.of(0),
      x: Float32Array.of(3),
      y: Float32Array.of(5),
      slot: Uint16Array.of(0),
      mask: null,
    }
    splat(onBlack, 10, 10, one, Uint32Array.of(0x204080), camera, 0.5, 1, 0.5)
    expect(onBlack[53]).toBe(0xff102040)
  })
  it('grows darker where points meet', () => {
    const once = draw([3], null, 1, 0.5)[53]
    const twice = draw([3, 9, 3], null, 1, 0.5)[53]
    expect((twice >>> 16) & 255).toBeLessThan((once >>> 16) & 255)
  })
})

describe('dotStamp', () => {
  it('is round, full in its middle and empty nowhere', () => {
    const { across, down, opacity, reach } = dotStamp(2, 1)
    const middle = across.findIndex((x, k) => x === 0 && down[k] === 0)
    expect(opacity[middle]).toBe(256)
    expect(Math.min(...opacity)).toBeGreaterThan(0)
    expect(opacity.length).toBeLessThan((2 * reach + 1) ** 2)
    expect([...opacity]).toEqual([...opacity].reverse())
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

describe('fade', () => {
  it('leaves a share of the colour, and the ground as it is', () => {
    const pixels = Uint32Array.of(0xff000000, 0xffffffff, 0xff804020)
    fade(pixels, 0xffffff, 0.25)
    expect(pixels[0]).toBe(0xffbfbfbf)
    expect(pixels[1]).toBe(WHITE)
    expect((pixels[2] & 255) > 0xc0 && (pixels[2] & 255) < 0xff).toBe(true)
  })
})

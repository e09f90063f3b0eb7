import { describe, expect, it } from 'vitest'
import { boundsOf, fitCamera, pointRadius, zoomCamera } from '../../../../../client/views/explore/map/camera.ts'

describe('the camera', () => {
  const x = Float32Array.of(-2, 4, 1)
  const y = Float32Array.of(0, 1, -1)
  const camera = fitCamera(boundsOf(x, y), 600, 400, 50)
  const project = (px: number, py: number) => [camera.dx + px * camera.scale, camera.dy - py * camera.scale]

  it('shows every point inside the padding, up being larger', () => {
    for (let i = 0; i < x.length; i++) {
      const [px, py] = project(x[i], y[i])
      expect(px).toBeGreaterThanOrEqual(50 - 1e-6)
      expect(px).toBeLessThanOrEqual(550 + 1e-6)
      expect(py).toBeGreaterThanOrEqual(50 - 1e-6)
      expect(py).toBeLessThanOrEqual(350 + 1e-6)
    }
    expect(project(0, 1)[1]).toBeLessThan(project(0, -1)[1])
  })

  it.each([
    [new Float32Array(), new Float32Array()],
    [Float32Array.of(3, 3), Float32Array.of(7, 7)],
  ])('stays finite without an extent', (xs, ys) => {
    expect(Object.values(fitCamera(boundsOf(xs, ys), 600, 400, 50)).every(Number.isFinite)).toBe(true)
  })

  it('follows the zoom behaviour', () => {
    const zoomed = zoomCamera(camera, { x: 10, y: -5, k: 2 })
    const [px, py] = project(1, 1)
    expect(zoomed.dx + zoomed.scale).toBeCloseTo(10 + 2 * px)
    expect(zoomed.dy - zoomed.scale).toBeCloseTo(-5 + 2 * py)
  })

  it('draws smaller points the more there are', () => {
    const sizes = [39, 1000, 54_160, 1_000_000].map((n) => pointRadius(n, 1))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(sizes.at(-1)).toBeGreaterThan(0.5)
    expect(pointRadius(39, 40)).toBeLessThanOrEqual(7)
  })
})

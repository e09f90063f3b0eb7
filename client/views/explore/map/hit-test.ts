import Flatbush from 'flatbush'

/** Finds points by place, in map units. */
export interface HitTest {
  /** The nearest point in focus within `reach`, or null. */
  nearest(x: number, y: number, reach: number, mask: Uint8Array | null): number | null
  /** Points inside a polygon of [x, y]; its bounding box is searched first. */
  within(polygon: readonly [number, number][]): number[]
}

export function createHitTest(x: Float32Array, y: Float32Array): HitTest {
  const n = x.length
  if (n === 0) return { nearest: () => null, within: () => [] }
  const index = new Flatbush(n, 16, Float32Array)
  for (let i = 0; i < n; i++) index.add(x[i], y[i], x[i], y[i])
  index.finish()
  return {
    nearest: (px, py, reach, mask) =>
      index.neighbors(px, py, 1, reach, mask === null ? undefined : (i) => mask[i] === 1)[0] ?? null,
    within: (polygon) => {
      const xs = polygon.map(([px]) => px)
      const ys = polygon.map(([, py]) => py)
      const box = index.search(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
      return box.filter((i) => insidePolygon(polygon, x[i], y[i])).sort((a, b) => a - b)
    },
  }
}

/** Even-odd rule by ray casting (W. R. Franklin, PNPOLY). */
function insidePolygon(polygon: readonly [number, number][], x: number, y: number): boolean {
  let inside = false
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [xi, yi] = polygon[i]
    const [xj, yj] = polygon[j]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

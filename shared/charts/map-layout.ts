import { round } from './round.ts'

/** A paper on the map. */
export interface MapPoint {
  id: string
  title: string
  topicId: number
  /** Map units; up is larger. */
  x: number
  y: number
  uncertain: boolean
}

/** A projection from map units to pixels. */
export interface MapProjection {
  x(mapX: number): number
  y(mapY: number): number
}

/** Fits the points into width × height pixels with a margin, one scale for both axes, up is up. */
export function fitMap(
  points: readonly { x: number; y: number }[],
  width: number,
  height: number,
  margin: number,
): MapProjection {
  let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    if (x < x0) x0 = x
    if (x > x1) x1 = x
    if (y < y0) y0 = y
    if (y > y1) y1 = y
  }
  const wide = x1 - x0
  const tall = y1 - y0
  const fits = Math.min(
    wide > 0 ? (width - 2 * margin) / wide : Infinity,
    tall > 0 ? (height - 2 * margin) / tall : Infinity,
  )
  const scale = Number.isFinite(fits) ? fits : 1
  const [centerX, centerY] = points.length > 0 ? [(x0 + x1) / 2, (y0 + y1) / 2] : [0, 0]
  return {
    x: (mapX) => width / 2 + (mapX - centerX) * scale,
    y: (mapY) => height / 2 - (mapY - centerY) * scale,
  }
}

/** Points of one topic as one SVG path of dots (zero-length strokes with round ends): about ten bytes a paper. */
export interface DotPath {
  topicId: number
  path: string
}

const LAYERS = 6

/**
 * Draws many papers as few paths. Papers of one topic within the same `cell` pixels become one dot, which nobody could tell apart,
 * and the topics are drawn in turns, so that none hides another.
 */
export function dotPaths(points: readonly MapPoint[], projection: MapProjection, cell: number): DotPath[] {
  const seen = new Set<string>()
  const layers: Map<number, string[]>[] = Array.from({ length: LAYERS }, () => new Map<number, string[]>())
  let turn = 0
  for (const point of points) {
    const column = Math.round(projection.x(point.x) / cell)
    const row = Math.round(projection.y(point.y) / cell)
    const key = `${point.topicId} ${column} ${row}`
    if (seen.has(key)) continue
    seen.add(key)
    const layer = layers[turn++ % LAYERS]
    const dots = layer.get(point.topicId)
    const dot = `M${round(column * cell)} ${round(row * cell)}h0`
    if (dots === undefined) layer.set(point.topicId, [dot])
    else dots.push(dot)
  }
  return layers.flatMap((layer) =>
    [...layer].sort(([a], [b]) => a - b).map(([topicId, dots]) => ({ topicId, path: dots.join('') })),
  )
}

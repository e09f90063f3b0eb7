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
  const { centerX, centerY, wide, tall } = extent(points)
  const fits = Math.min(
    wide > 0 ? (width - 2 * margin) / wide : Infinity,
    tall > 0 ? (height - 2 * margin) / tall : Infinity,
  )
  const scale = Number.isFinite(fits) ? fits : 1
  return {
    x: (mapX) => width / 2 + (mapX - centerX) * scale,
    y: (mapY) => height / 2 - (mapY - centerY) * scale,
  }
}

/** The height at which the points fill a drawing of that width, between two fifths and seven tenths of it, in whole pixels. */
export function mapHeight(points: readonly { x: number; y: number }[], width: number, margin: number): number {
  const { wide, tall } = extent(points)
  const natural = wide > 0 ? ((width - 2 * margin) * tall) / wide + 2 * margin : 0
  return Math.round(Math.min(width * 0.7, Math.max(width * 0.4, natural)))
}

function extent(points: readonly { x: number; y: number }[]) {
  if (points.length === 0) return { centerX: 0, centerY: 0, wide: 0, tall: 0 }
  let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    if (x < x0) x0 = x
    if (x > x1) x1 = x
    if (y < y0) y0 = y
    if (y > y1) y1 = y
  }
  return { centerX: (x0 + x1) / 2, centerY: (y0 + y1) / 2, wide: x1 - x0, tall: y1 - y0 }
}

/** Points of one topic as one SVG path of dots (zero-length strokes with round ends): about eight bytes a paper. */
export interface DotPath {
  topicId: number
  /** In cells, not in pixels: whole numbers are short. */
  path: string
}

const LAYERS = 6

/**
 * Draws many papers as few paths. Papers of one topic within the same `cell` pixels become one dot, which nobody could tell apart,
 * and the topics are drawn in turns, so that none hides another.
 */
export function dotPaths(points: readonly MapPoint[], projection: MapProjection, cell: number): DotPath[] {
  const seen = new Map<number, Set<number>>()
  const layers = Array.from({ length: LAYERS }, () => new Map<number, string>())
  for (const { topicId, x, y } of points) {
    const column = Math.round(projection.x(x) / cell)
    const row = Math.round(projection.y(y) / cell)
    let cells = seen.get(topicId)
    if (cells === undefined) seen.set(topicId, (cells = new Set()))
    const place = row * 8192 + column
    if (cells.has(place)) continue
    const layer = layers[cells.size % LAYERS]
    cells.add(place)
    layer.set(topicId, `${layer.get(topicId) ?? ''}M${column} ${row}h0`)
  }
  return layers.flatMap((layer) => [...layer].sort(([a], [b]) => a - b).map(([topicId, path]) => ({ topicId, path })))
}

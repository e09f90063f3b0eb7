import { contourDensity, geoPath } from 'd3'
import type { Camera } from './camera.ts'

const LEVELS = 9

/**
 * Lines of equal density of the points, like depth lines on a chart: one path a level, outermost first, in the pixels
 * of `camera`. Empty where there are too few points to speak of density.
 */
export function densityLines(
  x: Float32Array,
  y: Float32Array,
  camera: Camera,
  width: number,
  height: number,
): Path2D[] {
  if (x.length < 12) return []
  const bandwidth = Math.max(9, (Math.min(width, height, 780) / 780) * Math.min(44, 62 / x.length ** 0.13))
  const margin = 60
  const places = Array.from({ length: x.length }, (_, i) => i)
  const density = contourDensity<number>()
    .x((i) => camera.dx + x[i] * camera.scale + margin)
    .y((i) => camera.dy - y[i] * camera.scale + margin)
    .size([width + 2 * margin, height + 2 * margin])
    .cellSize(4)
    .bandwidth(bandwidth)
    .thresholds(LEVELS)
  return density(places).map((level) => {
    const path = new Path2D()
    // Path2D has every method of a context that geoPath calls.
    geoPath(null, path as unknown as CanvasRenderingContext2D)(level)
    const moved = new Path2D()
    moved.addPath(path, new DOMMatrix([1, 0, 0, 1, -margin, -margin]))
    return moved
  })
}

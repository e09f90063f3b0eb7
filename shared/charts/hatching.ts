import { round } from './round.ts'

/** Diagonal strokes that fill a box, as one SVG path: no pattern, so no id that could clash with another chart's. */
export function hatching(x: number, y: number, width: number, height: number, gap = 7): string {
  let path = ''
  for (let offset = gap; offset < width + height; offset += gap) {
    const x1 = Math.min(offset, width)
    const y1 = offset - x1
    const y2 = Math.min(offset, height)
    const x2 = offset - y2
    path += `M${round(x + x1)} ${round(y + y1)}L${round(x + x2)} ${round(y + y2)}`
  }
  return path
}

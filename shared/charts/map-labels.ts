import { textWidth } from './text-width.ts'

/** A label that wants to stand centred on a place of the map. */
export interface MapLabel {
  id: string
  text: string
  /** Wanted centre, pixels. */
  x: number
  y: number
  /** Pixels. */
  fontSize: number
  /** Extra space between letters, em; default 0. */
  spacing?: number
  /** Who is placed first: larger first. */
  priority: number
}

/** Where a label stands: its centre, and the box that no other label enters. */
export interface PlacedLabel extends MapLabel {
  width: number
  height: number
}

/** Places to try, in halves of the label's own width and in its heights: on the spot, then ever further around it. */
// prettier-ignore
const OFFSETS: readonly (readonly [number, number])[] = [
  [0, 0], [0, -1.1], [0, 1.1], [0, -2.2], [0, 2.2], [-0.6, -1.1], [0.6, -1.1], [-0.6, 1.1], [0.6, 1.1],
  [-1.1, 0], [1.1, 0], [0, -3.3], [0, 3.3], [-0.8, -2.2], [0.8, -2.2], [-0.8, 2.2], [0.8, 2.2], [0, -4.4], [0, 4.4],
]

/**
 * Places labels on a drawing of width × height pixels so that no two overlap and none is cut off, highest priority first;
 * a label that finds no free place is left out. Ties go by id. `gap` is the least distance between two boxes.
 */
export function placeMapLabels(labels: readonly MapLabel[], width: number, height: number, gap = 4): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  const order = [...labels].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))
  for (const label of order) {
    const spacing = (label.spacing ?? 0) * label.fontSize * label.text.length
    const box = { ...label, width: textWidth(label.text, label.fontSize) + spacing, height: label.fontSize * 1.25 }
    if (box.width > width || box.height > height) continue
    for (const [dx, dy] of OFFSETS) {
      const x = clamp(label.x + (dx * box.width) / 2, box.width / 2, width - box.width / 2)
      const y = clamp(label.y + dy * box.height, box.height / 2, height - box.height / 2)
      const candidate = { ...box, x, y }
      if (placed.some((other) => overlaps(candidate, other, gap))) continue
      placed.push(candidate)
      break
    }
  }
  return placed
}

/** Whether two boxes are closer than `gap`. */
export function overlaps(a: PlacedLabel, b: PlacedLabel, gap = 0): boolean {
  return (
    Math.abs(a.x - b.x) * 2 < a.width + b.width + gap * 2 && Math.abs(a.y - b.y) * 2 < a.height + b.height + gap * 2
  )
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

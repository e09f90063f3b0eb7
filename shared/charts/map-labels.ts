import { BOLD, textWidth } from './text-width.ts'

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
  /** Default false. */
  bold?: boolean
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

/** What else matters when labels are placed. */
export interface MapLabelOptions {
  /** Least distance between two labels and to the edge, pixels; default 4. */
  gap?: number
  /** Dots that a label had better not cover, pixels; meant for some hundreds. */
  dots?: readonly { x: number; y: number }[]
}

/**
 * Places labels on a drawing of width × height pixels so that no two overlap and none is cut off, highest priority first.
 * Each takes the free place that covers the fewest dots, the nearest of these; one that finds none is left out. Ties go by id.
 */
export function placeMapLabels(
  labels: readonly MapLabel[],
  width: number,
  height: number,
  options: MapLabelOptions = {},
): PlacedLabel[] {
  const { gap = 4, dots = [] } = options
  const placed: PlacedLabel[] = []
  const order = [...labels].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))
  for (const label of order) {
    const box = { ...label, ...labelSize(label) }
    if (box.width + 2 * gap > width || box.height + 2 * gap > height) continue
    let best: PlacedLabel | null = null
    let fewest = Infinity
    for (const [dx, dy] of OFFSETS) {
      const x = clamp(label.x + (dx * box.width) / 2, gap + box.width / 2, width - gap - box.width / 2)
      const y = clamp(label.y + dy * box.height, gap + box.height / 2, height - gap - box.height / 2)
      const candidate = { ...box, x, y }
      if (placed.some((other) => overlaps(candidate, other, gap))) continue
      const covered = dots.filter((dot) => covers(candidate, dot, gap)).length
      if (covered >= fewest) continue
      best = candidate
      fewest = covered
      if (covered === 0) break
    }
    if (best !== null) placed.push(best)
  }
  return placed
}

function labelSize({ text, fontSize, spacing = 0, bold = false }: MapLabel): { width: number; height: number } {
  return {
    width: textWidth(text, fontSize) * (bold ? BOLD : 1) + spacing * fontSize * text.length,
    height: fontSize * 1.25,
  }
}

function covers(box: PlacedLabel, dot: { x: number; y: number }, margin: number): boolean {
  return Math.abs(box.x - dot.x) < box.width / 2 + margin && Math.abs(box.y - dot.y) < box.height / 2 + margin
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

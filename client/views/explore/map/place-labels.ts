/** A label that asks for room, in pixels. */
export interface LabelBox {
  id: string
  /** Wanted centre. */
  x: number
  y: number
  width: number
  height: number
  /** Larger is placed first. */
  priority: number
  /** Better places than those around the wanted one, best first, as centres: just above and below its points. */
  spots?: readonly { x: number; y: number }[]
}

/** Where a label stands: its centre, and which of its candidate places that is. */
export interface PlacedBox {
  x: number
  y: number
  step: number
}

/** Steps around the wanted place, in widths and heights of the label. */
const STEPS: readonly [number, number][] = [
  [0, 0],
  [0, -1],
  [0, 1],
  [0, -1.8],
  [0, 1.8],
  [-0.4, -1],
  [0.4, -1],
  [-0.4, 1],
  [0.4, 1],
  [-0.7, 0],
  [0.7, 0],
  [0, -2.7],
  [0, 2.7],
  [-0.6, -1.9],
  [0.6, -1.9],
  [-0.6, 1.9],
  [0.6, 1.9],
]

const AWAY = 1.1
const SPOT = 0.35
const STAY = 0.9

export interface PlaceOptions {
  width: number
  height: number
  /** Least distance between two labels. */
  gap: number
  /** Points that labels had better not cover: x, y, x, y, … */
  obstacles: Float32Array
  /** How far a label may go from its wanted place, in its own sizes. */
  farthest: number
  /** Where each label stood last, so that labels do not jump about while one zooms. */
  previous: ReadonlyMap<string, PlacedBox>
}

/** Places labels so that none overlap; the ones without room are left out. */
export function placeLabels(labels: readonly LabelBox[], options: PlaceOptions): Map<string, PlacedBox> {
  const placed = new Map<string, PlacedBox>()
  const boxes: LabelBox[] = []
  const order = [...labels].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))
  for (const label of order) {
    if (label.x < 0 || label.y < 0 || label.x > options.width || label.y > options.height) continue
    let best: PlacedBox | null = null
    let bestCost = Infinity
    for (const { dx, dy, step, away } of candidates(label)) {
      const x = clamp(label.x + dx, label.width / 2 + 4, options.width - label.width / 2 - 4)
      const y = clamp(label.y + dy, label.height / 2 + 4, options.height - label.height / 2 - 4)
      const box = { ...label, x, y }
      if (away > AWAY * options.farthest) continue
      if (boxes.some((other) => overlaps(box, other, options.gap))) continue
      const before = options.previous.get(label.id)
      const stays = before !== undefined && before.step === step
      const cost = covered(box, options.obstacles) + away - (stays ? STAY : 0)
      if (cost < bestCost) {
        bestCost = cost
        best = { x, y, step }
      }
    }
    if (best === null) continue
    placed.set(label.id, best)
    boxes.push({ ...label, x: best.x, y: best.y })
  }
  return placed
}

/** The places to try, with what each costs for being off the wanted one. */
function candidates({ x, y, width, height, spots = [] }: LabelBox) {
  return [
    ...spots.map((spot, place) => ({ dx: spot.x - x, dy: spot.y - y, step: -1 - place, away: SPOT * (place + 1) })),
    ...STEPS.map(([stepX, stepY], step) => ({
      dx: stepX * width,
      dy: stepY * height,
      step,
      away: AWAY * Math.hypot(stepX, stepY),
    })),
  ]
}

/** Whether two boxes come closer than `gap`. */
export function overlaps(a: LabelBox, b: LabelBox, gap: number): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + gap / 2
  )
}

/** Points that a box covers. */
function covered(box: LabelBox, obstacles: Float32Array): number {
  let count = 0
  for (let i = 0; i < obstacles.length; i += 2) {
    if (Math.abs(obstacles[i] - box.x) < box.width / 2 + 7 && Math.abs(obstacles[i + 1] - box.y) < box.height / 2 + 5) {
      count++
    }
  }
  return count
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

/** Breaks a label into at most two lines of about the same length. */
export function breakLabel(text: string, longest = 20): string[] {
  if (text.length <= longest || !text.includes(' ')) return [text]
  const words = text.split(' ')
  let best = 1
  let bestLength = Infinity
  for (let cut = 1; cut < words.length; cut++) {
    const length = Math.max(words.slice(0, cut).join(' ').length, words.slice(cut).join(' ').length)
    if (length < bestLength) {
      bestLength = length
      best = cut
    }
  }
  return [words.slice(0, best).join(' '), words.slice(best).join(' ')]
}

/** A label that wants to stand at the height of its line's end. */
export interface EndLabel {
  id: string
  /** Wanted centre, pixels from the top. */
  y: number
  /** Who stays when there is no room for all: larger first. */
  priority: number
}

/**
 * Moves labels apart so that no two are closer than `lineHeight`, as little as possible, between `top` and `bottom`.
 * Labels that find no room are left out, lowest priority first. Order of heights is kept; ties go by id.
 * Method: isotonic regression of the offsets (pool adjacent violators), which has the least sum of squared moves.
 */
export function placeEndLabels(
  labels: readonly EndLabel[],
  top: number,
  bottom: number,
  lineHeight: number,
): { id: string; y: number }[] {
  const room = Math.max(0, Math.floor((bottom - top) / lineHeight + 1e-9) + 1)
  const kept = [...labels]
    .sort((a, b) => b.priority - a.priority || compare(a.id, b.id))
    .slice(0, room)
    .sort((a, b) => a.y - b.y || b.priority - a.priority || compare(a.id, b.id))
  const blocks: { sum: number; count: number }[] = []
  kept.forEach((label, place) => {
    let block = { sum: label.y - place * lineHeight, count: 1 }
    let last = blocks.at(-1)
    while (last !== undefined && last.sum / last.count > block.sum / block.count) {
      block = { sum: last.sum + block.sum, count: last.count + block.count }
      blocks.pop()
      last = blocks.at(-1)
    }
    blocks.push(block)
  })
  const offsets = blocks.flatMap((block) => new Array<number>(block.count).fill(block.sum / block.count))
  const most = bottom - (kept.length - 1) * lineHeight
  return kept.map((label, place) => ({
    id: label.id,
    y: Math.min(Math.max(offsets[place], top), most) + place * lineHeight,
  }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import type { Camera } from './camera.ts'

/** What a splat needs of the points. */
export interface SplatPoints {
  /** Places of the points in the order in which they are drawn. */
  order: Uint32Array
  x: Float32Array
  y: Float32Array
  /** Per point: its entry in the palette. */
  slot: Uint16Array
  /** Per point: 1 in focus, 0 dimmed; null when all are in focus. */
  mask: Uint8Array | null
}

/**
 * Draws points as small round dots straight into pixels (source-over, not premultiplied).
 * `pixels` is width × height RGBA as Uint32 (little-endian), cleared by the caller; `palette` is 0xBBGGRR.
 * Camera and radius are in the pixels of the image. Only points whose mask equals `pass` are drawn, with `alpha` 0–1.
 */
export function splat(
  pixels: Uint32Array,
  width: number,
  height: number,
  points: SplatPoints,
  palette: Uint32Array,
  camera: Camera,
  radius: number,
  pass: 0 | 1,
  alpha: number,
): void {
  const { order, x, y, slot, mask } = points
  const { scale, dx, dy } = camera
  const reach = Math.ceil(radius)
  const stamp = dotStamp(radius, alpha)
  const side = 2 * reach + 1
  for (let at = 0; at < order.length; at++) {
    const i = order[at]
    if (mask === null ? pass === 0 : mask[i] !== pass) continue
    const px = Math.round(dx + x[i] * scale)
    const py = Math.round(dy - y[i] * scale)
    if (px < -reach || py < -reach || px >= width + reach || py >= height + reach) continue
    const colour = palette[slot[i]]
    for (let row = 0; row < side; row++) {
      const top = py + row - reach
      if (top < 0 || top >= height) continue
      for (let column = 0; column < side; column++) {
        const opacity = stamp[row * side + column]
        const left = px + column - reach
        if (opacity === 0 || left < 0 || left >= width) continue
        const place = top * width + left
        const below = pixels[place]
        pixels[place] = below >>> 24 === 0 ? ((opacity << 24) | colour) >>> 0 : over(below, colour, opacity)
      }
    }
  }
}

/** Opacity 0–255 of each pixel of a dot, row by row, with a soft edge. */
export function dotStamp(radius: number, alpha: number): Uint8Array {
  const reach = Math.ceil(radius)
  const side = 2 * reach + 1
  const stamp = new Uint8Array(side * side)
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const inside = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(column - reach, row - reach)))
      stamp[row * side + column] = Math.round(inside * alpha * 255)
    }
  }
  return stamp
}

/** Source-over of one pixel: colour (0xBBGGRR) with opacity 1–255 over what lies there. */
function over(below: number, colour: number, opacity: number): number {
  if (opacity === 255) return ((255 << 24) | colour) >>> 0
  const rest = ((below >>> 24) * (255 - opacity)) / 255
  const total = opacity + rest
  const mix = (shift: number) =>
    Math.round((((colour >>> shift) & 255) * opacity + ((below >>> shift) & 255) * rest) / total) << shift
  return ((Math.round(total) << 24) | mix(16) | mix(8) | mix(0)) >>> 0
}

/** Places 0…n−1 in an order without pattern, the same every time, so that no topic hides another. */
export function shuffledOrder(n: number): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i)
  let state = 0x9e3779b9
  for (let i = n - 1; i > 0; i--) {
    // xorshift32, Marsaglia 2003
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const j = (state >>> 0) % (i + 1)
    const kept = order[i]
    order[i] = order[j]!
    order[j] = kept
  }
  return order
}

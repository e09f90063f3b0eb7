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
 * Draws points as small round dots straight into pixels (source-over on what lies there, which is opaque).
 * `pixels` is width × height RGBA as Uint32 (little-endian), filled by the caller; `palette` is 0xBBGGRR.
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
  const { reach, across, down, opacity } = dotStamp(radius, alpha)
  const size = opacity.length
  for (let at = 0; at < order.length; at++) {
    const i = order[at]
    if (mask === null ? pass === 0 : mask[i] !== pass) continue
    const px = Math.round(dx + x[i] * scale)
    const py = Math.round(dy - y[i] * scale)
    if (px < -reach || py < -reach || px >= width + reach || py >= height + reach) continue
    const inside = px >= reach && py >= reach && px < width - reach && py < height - reach
    const colour = palette[slot[i]]
    const redBlue = colour & 0xff00ff
    const green = colour & 0xff00
    for (let k = 0; k < size; k++) {
      const left = px + across[k]
      const top = py + down[k]
      if (!inside && (left < 0 || top < 0 || left >= width || top >= height)) continue
      const place = top * width + left
      const below = pixels[place]
      const belowRedBlue = below & 0xff00ff
      const belowGreen = below & 0xff00
      // Two channels at once: what overflows one lies outside the mask.
      pixels[place] =
        0xff000000 |
        ((belowRedBlue + (Math.imul(redBlue - belowRedBlue, opacity[k]) >>> 8)) & 0xff00ff) |
        ((belowGreen + (Math.imul(green - belowGreen, opacity[k]) >>> 8)) & 0xff00)
    }
  }
}

/** Lets everything drawn so far step back: of its difference from `ground` (0xBBGGRR) only `share` (0–1) is left. */
export function fade(pixels: Uint32Array, ground: number, share: number): void {
  const part = Math.round(share * 256)
  const redBlue = ground & 0xff00ff
  const green = ground & 0xff00
  const untouched = (0xff000000 | ground) >>> 0
  for (let place = 0; place < pixels.length; place++) {
    const above = pixels[place]
    if (above === untouched) continue
    pixels[place] =
      0xff000000 |
      ((redBlue + (Math.imul((above & 0xff00ff) - redBlue, part) >>> 8)) & 0xff00ff) |
      ((green + (Math.imul((above & 0xff00) - green, part) >>> 8)) & 0xff00)
  }
}

/** A dot's pixels. */
export interface DotStamp {
  /** Pixels from the middle to the edge. */
  reach: number
  /** Per pixel of the dot: its place from the middle. */
  across: Int32Array
  down: Int32Array
  /** Per pixel of the dot: 1–256. */
  opacity: Int32Array
}

/** The pixels of a round dot with a soft edge; those that show nothing are left out. */
export function dotStamp(radius: number, alpha: number): DotStamp {
  const reach = Math.ceil(radius)
  const found: [number, number, number][] = []
  for (let down = -reach; down <= reach; down++) {
    for (let across = -reach; across <= reach; across++) {
      const inside = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(across, down)))
      const opacity = Math.round(inside * alpha * 256)
      if (opacity > 0) found.push([across, down, opacity])
    }
  }
  return {
    reach,
    across: Int32Array.from(found, ([across]) => across),
    down: Int32Array.from(found, ([, down]) => down),
    opacity: Int32Array.from(found, ([, , opacity]) => opacity),
  }
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

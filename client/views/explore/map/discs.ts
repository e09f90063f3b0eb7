import type { Camera } from './camera.ts'
import type { SplatPoints } from './splat.ts'

export interface DiscStyle {
  /** CSS colours, one a palette entry. */
  colours: readonly string[]
  /** Colour of the page, drawn as a thin gap around each disc. */
  surface: string
  /** Per point: bit 0 uncertain, drawn hollow. */
  flags: Uint8Array
  radius: number
  dimmed: number
}

/** Draws points as smooth discs; for the few that one sees when zoomed in. Camera and radius in CSS pixels. */
export function drawDiscs(
  context: CanvasRenderingContext2D,
  points: SplatPoints,
  visible: readonly number[],
  camera: Camera,
  style: DiscStyle,
): void {
  for (const pass of [0, 1]) {
    for (const i of visible) {
      const focused = points.mask === null || points.mask[i] === 1
      if (focused !== (pass === 1)) continue
      const x = camera.dx + points.x[i] * camera.scale
      const y = camera.dy - points.y[i] * camera.scale
      const colour = style.colours[points.slot[i]]
      const uncertain = (style.flags[i] & 1) === 1
      context.globalAlpha = focused ? 1 : style.dimmed
      context.beginPath()
      context.arc(x, y, uncertain ? style.radius - 0.75 : style.radius, 0, 2 * Math.PI)
      if (uncertain) {
        context.fillStyle = style.surface
        context.fill()
        context.strokeStyle = colour
        context.lineWidth = 1.5
        context.stroke()
      } else {
        context.fillStyle = colour
        context.fill()
        if (focused && style.radius > 2.5) {
          context.strokeStyle = style.surface
          context.lineWidth = 1
          context.stroke()
        }
      }
    }
  }
  context.globalAlpha = 1
}

/** How map units become pixels: px = dx + x · scale, py = dy − y · scale (up is larger on the map). */
export interface Camera {
  scale: number
  dx: number
  dy: number
}

export interface Bounds {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** The box around the points; a box of one unit where there is none. */
export function boundsOf(x: Float32Array, y: Float32Array, places?: readonly number[]): Bounds {
  const bounds = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  const n = places?.length ?? x.length
  for (let i = 0; i < n; i++) {
    const place = places === undefined ? i : places[i]
    bounds.minX = Math.min(bounds.minX, x[place])
    bounds.maxX = Math.max(bounds.maxX, x[place])
    bounds.minY = Math.min(bounds.minY, y[place])
    bounds.maxY = Math.max(bounds.maxY, y[place])
  }
  return n === 0 ? { minX: -0.5, minY: -0.5, maxX: 0.5, maxY: 0.5 } : bounds
}

/** The camera that shows all of the box, centred, with `padding` pixels around it. */
export function fitCamera(bounds: Bounds, width: number, height: number, padding: number): Camera {
  const spanX = Math.max(bounds.maxX - bounds.minX, 1e-6)
  const spanY = Math.max(bounds.maxY - bounds.minY, 1e-6)
  const room = Math.min(padding, width / 4, height / 4)
  const scale = Math.min((width - 2 * room) / spanX, (height - 2 * room) / spanY)
  return {
    scale,
    dx: width / 2 - ((bounds.minX + bounds.maxX) / 2) * scale,
    dy: height / 2 + ((bounds.minY + bounds.maxY) / 2) * scale,
  }
}

/** The camera after a zoom behaviour's transform. */
export function zoomCamera(base: Camera, zoom: { x: number; y: number; k: number }): Camera {
  return { scale: base.scale * zoom.k, dx: zoom.x + base.dx * zoom.k, dy: zoom.y + base.dy * zoom.k }
}

/** Radius of a point in pixels: smaller the more there are, growing slowly as one zooms in. */
export function pointRadius(n: number, zoom: number): number {
  const home = Math.min(7, Math.max(0.7, 14 / Math.max(1, n) ** 0.21))
  return Math.min(Math.max(7, home), home * zoom ** 0.45)
}

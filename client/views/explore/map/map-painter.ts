import { pointRadius, zoomCamera, type Camera } from './camera.ts'
import { densityLines } from './contours.ts'
import { drawDiscs } from './discs.ts'
import type { MapGround } from './map-handle.ts'
import { fade, splat, type SplatPoints } from './splat.ts'

/** What is drawn. */
export interface Scene extends SplatPoints {
  /** Per point: bit 0 uncertain. */
  flags: Uint8Array
  /** `#rrggbb`. */
  palette: readonly string[]
  ground: MapGround
  contours: boolean
}

/** Size of the drawing in CSS pixels, and device pixels per CSS pixel. */
export interface DrawingSize {
  width: number
  height: number
  ratio: number
}

/** Where the view is: the camera at home, and how far it was moved. */
export interface View {
  home: Camera
  zoom: { x: number; y: number; k: number }
}

export interface MapPainter {
  resize(size: DrawingSize): void
  /** The points or their places changed: the lines must be worked out anew. */
  forgetLines(): void
  /** Draws the lines and the points. Gives the places of what names should not cover: x, y, … in CSS pixels. */
  paint(scene: Scene, view: View): Float32Array
}

const DISCS_MAX = 2500
const OBSTACLES_MAX = 1500
const DIMMED = 0.08
const OPACITY = 0.8

/** Draws points on one canvas and depth lines on another above it: a splat of pixels while many are seen, smooth discs for few. */
export function createMapPainter(canvases: { lines: HTMLCanvasElement; points: HTMLCanvasElement }): MapPainter {
  const lines = canvases.lines.getContext('2d')!
  const points = canvases.points.getContext('2d')!
  let size: DrawingSize = { width: 0, height: 0, ratio: 1 }
  let image: ImageData | null = null
  let levels: Path2D[] | null = null

  function paintLines(scene: Scene, { home, zoom }: View): void {
    lines.setTransform(1, 0, 0, 1, 0, 0)
    lines.clearRect(0, 0, canvases.lines.width, canvases.lines.height)
    if (!scene.contours || scene.x.length === 0) return
    levels ??= densityLines(scene.x, scene.y, home, size.width, size.height)
    const { ratio } = size
    lines.setTransform(ratio * zoom.k, 0, 0, ratio * zoom.k, ratio * zoom.x, ratio * zoom.y)
    lines.lineWidth = 1 / zoom.k
    lines.strokeStyle = scene.ground.ink
    lines.fillStyle = scene.ground.ink
    for (const level of levels) {
      lines.globalAlpha = 0.013
      lines.fill(level)
      lines.globalAlpha = 0.11
      lines.stroke(level)
    }
    lines.globalAlpha = 1
  }

  /** Places of the points in view, in drawing order; null where there are more than discs are good for. */
  function visiblePoints({ order, x, y }: Scene, camera: Camera, radius: number): number[] | null {
    const visible: number[] = []
    for (let at = 0; at < order.length; at++) {
      const i = order[at]
      const px = camera.dx + x[i] * camera.scale
      const py = camera.dy - y[i] * camera.scale
      if (px < -radius || py < -radius || px > size.width + radius || py > size.height + radius) continue
      if (visible.length === DISCS_MAX) return null
      visible.push(i)
    }
    return visible
  }

  function paintSplat(scene: Scene, camera: Camera, radius: number, picture: ImageData): void {
    const { ratio } = size
    const pixels = new Uint32Array(picture.data.buffer)
    const ground = toPixel(scene.ground.surface)
    pixels.fill((0xff000000 | ground) >>> 0)
    const scaled = { scale: camera.scale * ratio, dx: camera.dx * ratio, dy: camera.dy * ratio }
    const colours = Uint32Array.from(scene.palette, toPixel)
    const { width, height } = picture
    if (scene.mask !== null) {
      // Dimmed as a whole: where many dim points lie on each other they would not be dim.
      splat(pixels, width, height, scene, colours, scaled, radius * ratio, 0, OPACITY)
      fade(pixels, ground, DIMMED)
    }
    splat(pixels, width, height, scene, colours, scaled, radius * ratio, 1, OPACITY)
    points.putImageData(picture, 0, 0)
  }

  function paintDiscs(scene: Scene, camera: Camera, radius: number, visible: readonly number[]): void {
    points.setTransform(1, 0, 0, 1, 0, 0)
    points.clearRect(0, 0, canvases.points.width, canvases.points.height)
    points.setTransform(size.ratio, 0, 0, size.ratio, 0, 0)
    const { palette, ground, flags } = scene
    drawDiscs(points, scene, visible, camera, {
      colours: palette,
      surface: ground.surface,
      flags,
      radius,
      dimmed: DIMMED,
    })
  }

  return {
    resize(next) {
      size = next
      levels = null
      for (const canvas of [canvases.lines, canvases.points]) {
        canvas.width = Math.round(next.width * next.ratio)
        canvas.height = Math.round(next.height * next.ratio)
      }
      image = points.createImageData(canvases.points.width, canvases.points.height)
    },
    forgetLines() {
      levels = null
    },
    paint(scene, view) {
      const camera = zoomCamera(view.home, view.zoom)
      const radius = pointRadius(scene.x.length, view.zoom.k)
      paintLines(scene, view)
      const visible = visiblePoints(scene, camera, radius)
      if (visible === null) {
        if (image !== null) paintSplat(scene, camera, radius, image)
      } else paintDiscs(scene, camera, radius, visible)
      return visible === null || visible.length > OBSTACLES_MAX
        ? new Float32Array()
        : Float32Array.from(
            visible.flatMap((i) => [camera.dx + scene.x[i] * camera.scale, camera.dy - scene.y[i] * camera.scale]),
          )
    },
  }
}

/** `#rrggbb` as a pixel without its alpha, 0xBBGGRR. */
function toPixel(colour: string): number {
  const value = Number.parseInt(colour.slice(1), 16)
  return ((value & 255) << 16) | (value & 0xff00) | (value >>> 16)
}

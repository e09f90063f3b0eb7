import { select, zoom as zoomBehaviour, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3'
import { boundsOf, fitCamera, pointRadius, zoomCamera, type Camera } from './camera.ts'
import { densityLines } from './contours.ts'
import { drawDiscs } from './discs.ts'
import { createHitTest, type HitTest } from './hit-test.ts'
import { createLabelLayer, type MapName } from './label-layer.ts'
import { createLasso } from './lasso.ts'
import { mapPicture } from './map-picture.ts'
import { shuffledOrder, splat, type SplatPoints } from './splat.ts'

export interface MapPoints {
  x: Float32Array
  y: Float32Array
  flags: Uint8Array
}

/** Surroundings of the points, CSS colours as `rgb(…)` or hex. */
export interface MapGround {
  surface: string
  ink: string
}

export interface MapHandlers {
  /** A point under the pointer, and its place in the host; null when it left. */
  onHover(place: number | null): void
  onPick(place: number | null): void
  onPickName(name: MapName): void
  onHoverName(name: MapName | null): void
  onLasso(places: number[]): void
  /** The map was moved or resized: what hangs on a point must follow. */
  onMove(): void
}

/** The map behind a small handle, so that another renderer can take its place. */
export interface MapHandle {
  setPoints(points: MapPoints): void
  /** Per point its entry of the palette, and the palette as `#rrggbb`. */
  setColours(slot: Uint16Array, palette: readonly string[]): void
  setFocus(mask: Uint8Array | null): void
  setNames(names: readonly MapName[]): void
  setBright(topics: ReadonlySet<number> | null): void
  /** Rings: the point under the pointer, and the picked one. */
  setRings(hover: number | null, picked: number | null): void
  setGround(ground: MapGround): void
  setContours(shown: boolean): void
  setLassoMode(on: boolean): void
  zoomBy(factor: number): void
  home(): void
  /** Moves so that these points fill the view. */
  show(places: readonly number[]): void
  /** Where a point is drawn, pixels from the host's corner. */
  placeOf(point: number): { x: number; y: number } | null
  /** What is seen now, names included, as a picture. */
  toCanvas(): HTMLCanvasElement
  destroy(): void
}

export interface MapClasses {
  theme: string
  topic: string
  detail: string
  shown: string
  dim: string
  ring: string
  picked: string
  lasso: string
}

const SVG = 'http://www.w3.org/2000/svg'
const DISCS_MAX = 2500
const OBSTACLES_MAX = 1500
const DIMMED = 0.08
const MAX_ZOOM = 60

/** Draws the map into `host`, which holds two canvases (lines below, points above) and an SVG for names. Created once. */
export function createMapRenderer(
  host: HTMLElement,
  canvases: { lines: HTMLCanvasElement; points: HTMLCanvasElement; overlay: SVGSVGElement },
  classes: MapClasses,
  handlers: MapHandlers,
): MapHandle {
  const lines = canvases.lines.getContext('2d')!
  const canvas = canvases.points.getContext('2d')!
  const names = group()
  const rings = group()
  const labels = createLabelLayer(names, classes, {
    onPick: handlers.onPickName,
    onHover: handlers.onHoverName,
  })
  const hoverRing = ring(classes.ring)
  const pickedRing = ring(classes.picked)

  let points: MapPoints = { x: new Float32Array(), y: new Float32Array(), flags: new Uint8Array() }
  let drawn: SplatPoints = { order: new Uint32Array(), x: points.x, y: points.y, slot: new Uint16Array(), mask: null }
  let hits: HitTest = createHitTest(points.x, points.y)
  let palette: readonly string[] = []
  let palette32 = new Uint32Array()
  let ground: MapGround = { surface: '#ffffff', ink: '#000000' }
  let contours: Path2D[] | null = null
  let showContours = true
  let base: Camera = { scale: 1, dx: 0, dy: 0 }
  let width = 0
  let height = 0
  let ratio = 1
  let image: ImageData | null = null
  let hoverPoint: number | null = null
  let pickedPoint: number | null = null
  let lassoMode = false
  let frame = 0

  const lasso = createLasso(host, canvases.overlay, classes.lasso, {
    isOn: (event) => event.shiftKey || lassoMode,
    onDone: (polygon) => {
      const camera = currentCamera()
      const inside = hits.within(
        polygon.map(([x, y]) => [(x - camera.dx) / camera.scale, (camera.dy - y) / camera.scale]),
      )
      handlers.onLasso(inside)
    },
  })

  const behaviour = zoomBehaviour<HTMLElement, unknown>()
    .scaleExtent([0.6, MAX_ZOOM])
    .filter((event: PointerEvent | WheelEvent) => {
      if (event.type === 'wheel') return true
      return !event.button && !event.shiftKey && !lassoMode
    })
    .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
      if (event.sourceEvent !== null) handlers.onHover(null)
      redraw()
      handlers.onMove()
    })
  const view = select(host).call(behaviour).on('dblclick.zoom', null)

  const watcher = new ResizeObserver(() => resize())
  watcher.observe(host)
  const stop = new AbortController()
  const listen = { signal: stop.signal }
  host.addEventListener('pointermove', (event) => hover(event), listen)
  host.addEventListener('pointerleave', () => handlers.onHover(null), listen)
  host.addEventListener('click', (event) => {
    // A lasso or a drag ends in a click as well.
    if (event.defaultPrevented || lasso.endsInClick()) return
    handlers.onPick(pointAt(event))
  }, listen) // prettier-ignore
  resize()

  function group(): SVGGElement {
    const element = document.createElementNS(SVG, 'g')
    canvases.overlay.append(element)
    return element
  }

  function ring(name: string): SVGCircleElement {
    const circle = document.createElementNS(SVG, 'circle')
    circle.setAttribute('class', name)
    circle.setAttribute('visibility', 'hidden')
    rings.append(circle)
    return circle
  }

  function currentZoom(): number {
    return zoomTransform(host).k
  }

  function currentCamera(): Camera {
    return zoomCamera(base, zoomTransform(host))
  }

  function pointAt(event: MouseEvent): number | null {
    const box = host.getBoundingClientRect()
    const camera = currentCamera()
    const reach = (pointRadius(points.x.length, currentZoom()) + 8) / camera.scale
    const x = (event.clientX - box.left - camera.dx) / camera.scale
    const y = (camera.dy - (event.clientY - box.top)) / camera.scale
    return hits.nearest(x, y, reach, drawn.mask)
  }

  function hover(event: PointerEvent): void {
    if (event.buttons !== 0 || event.pointerType === 'touch') return
    // On a name it is the name that is meant.
    const onName = event.target instanceof Element && names.contains(event.target)
    handlers.onHover(onName ? null : pointAt(event))
  }

  function resize(): void {
    width = host.clientWidth
    height = host.clientHeight
    ratio = Math.min(2, window.devicePixelRatio || 1)
    if (width === 0 || height === 0) return
    for (const element of [canvases.lines, canvases.points]) {
      element.width = Math.round(width * ratio)
      element.height = Math.round(height * ratio)
    }
    canvases.overlay.setAttribute('viewBox', `0 0 ${width} ${height}`)
    image = canvas.createImageData(canvases.points.width, canvases.points.height)
    fit()
  }

  function fit(): void {
    const padding = Math.max(28, Math.min(width, height) * 0.09)
    base = fitCamera(boundsOf(points.x, points.y), width, height, padding)
    contours = null
    behaviour.extent([[0, 0], [width, height]]) // prettier-ignore
    behaviour.translateExtent([[-width * 0.6, -height * 0.6], [width * 1.6, height * 1.6]]) // prettier-ignore
    redraw()
    handlers.onMove()
  }

  function redraw(): void {
    if (frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      draw()
    })
  }

  function draw(): void {
    if (width === 0 || image === null) return
    const camera = currentCamera()
    const zoom = currentZoom()
    const radius = pointRadius(points.x.length, zoom)
    drawLines(zoom)
    const visible = visiblePoints(camera, radius)
    canvas.setTransform(1, 0, 0, 1, 0, 0)
    if (visible === null) drawSplat(camera, radius)
    else drawSmooth(camera, radius, visible)
    labels.draw(camera, zoom, width, height, obstaclesOf(visible, camera))
    moveRing(hoverRing, hoverPoint, radius + 3.5)
    moveRing(pickedRing, pickedPoint, radius + 4.5)
  }

  function drawLines(zoom: number): void {
    lines.setTransform(1, 0, 0, 1, 0, 0)
    lines.clearRect(0, 0, canvases.lines.width, canvases.lines.height)
    if (!showContours || points.x.length === 0) return
    contours ??= densityLines(points.x, points.y, base, width, height)
    const { x, y } = zoomTransform(host)
    lines.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y)
    lines.lineWidth = 1 / zoom
    lines.strokeStyle = ground.ink
    lines.fillStyle = ground.ink
    for (const level of contours) {
      lines.globalAlpha = 0.013
      lines.fill(level)
      lines.globalAlpha = 0.11
      lines.stroke(level)
    }
    lines.globalAlpha = 1
  }

  /** Places of the points in view, in drawing order; null where there are more than discs are good for. */
  function visiblePoints(camera: Camera, radius: number): number[] | null {
    const { order, x, y } = drawn
    const visible: number[] = []
    for (let at = 0; at < order.length; at++) {
      const i = order[at]
      const px = camera.dx + x[i] * camera.scale
      const py = camera.dy - y[i] * camera.scale
      if (px < -radius || py < -radius || px > width + radius || py > height + radius) continue
      if (visible.length === DISCS_MAX) return null
      visible.push(i)
    }
    return visible
  }

  function drawSplat(camera: Camera, radius: number): void {
    const pixels = new Uint32Array(image!.data.buffer)
    pixels.fill(0)
    const scaled = { scale: camera.scale * ratio, dx: camera.dx * ratio, dy: camera.dy * ratio }
    const size = [image!.width, image!.height] as const
    if (drawn.mask !== null) splat(pixels, ...size, drawn, palette32, scaled, radius * ratio, 0, DIMMED)
    splat(pixels, ...size, drawn, palette32, scaled, radius * ratio, 1, 0.8)
    canvas.putImageData(image!, 0, 0)
  }

  function drawSmooth(camera: Camera, radius: number, visible: readonly number[]): void {
    canvas.clearRect(0, 0, canvases.points.width, canvases.points.height)
    canvas.setTransform(ratio, 0, 0, ratio, 0, 0)
    const style = { colours: palette, surface: ground.surface, flags: points.flags, radius, dimmed: DIMMED }
    drawDiscs(canvas, drawn, visible, camera, style)
  }

  function obstaclesOf(visible: readonly number[] | null, camera: Camera): Float32Array {
    if (visible === null || visible.length > OBSTACLES_MAX) return new Float32Array()
    const obstacles = new Float32Array(visible.length * 2)
    visible.forEach((i, place) => {
      obstacles[2 * place] = camera.dx + points.x[i] * camera.scale
      obstacles[2 * place + 1] = camera.dy - points.y[i] * camera.scale
    })
    return obstacles
  }

  function moveRing(circle: SVGCircleElement, point: number | null, radius: number): void {
    const at = point === null ? null : placeOf(point)
    circle.setAttribute('visibility', at === null ? 'hidden' : 'visible')
    if (at === null) return
    circle.setAttribute('cx', at.x.toFixed(1))
    circle.setAttribute('cy', at.y.toFixed(1))
    circle.setAttribute('r', radius.toFixed(1))
    // A point that is pointed at is never dim.
    const dimmed = drawn.mask !== null && drawn.mask[point!] === 0
    circle.style.fill = dimmed ? palette[drawn.slot[point!]] : 'none'
  }

  function placeOf(point: number): { x: number; y: number } | null {
    if (point < 0 || point >= points.x.length) return null
    const camera = currentCamera()
    return { x: camera.dx + points.x[point] * camera.scale, y: camera.dy - points.y[point] * camera.scale }
  }

  function moved() {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    return view.transition().duration(still ? 0 : 250)
  }

  return {
    setPoints(next) {
      points = next
      drawn = { ...drawn, order: shuffledOrder(next.x.length), x: next.x, y: next.y, mask: null }
      hits = createHitTest(next.x, next.y)
      view.call(behaviour.transform, zoomIdentity)
      fit()
    },
    setColours(slot, colours) {
      palette = colours
      palette32 = Uint32Array.from(colours, toPixel)
      drawn = { ...drawn, slot }
      redraw()
    },
    setFocus(mask) {
      drawn = { ...drawn, mask }
      redraw()
    },
    setNames(next) {
      labels.setNames(next)
      redraw()
    },
    setBright(topics) {
      labels.setBright(topics)
      redraw()
    },
    setRings(hoverAt, pickedAt) {
      hoverPoint = hoverAt
      pickedPoint = pickedAt
      redraw()
    },
    setGround(next) {
      ground = next
      redraw()
    },
    setContours(shown) {
      showContours = shown
      redraw()
    },
    setLassoMode(on) {
      lassoMode = on
    },
    zoomBy(factor) {
      moved().call(behaviour.scaleBy, factor)
    },
    home() {
      moved().call(behaviour.transform, zoomIdentity)
    },
    show(places) {
      if (places.length === 0) return
      const target = fitCamera(boundsOf(points.x, points.y, places), width, height, Math.min(width, height) * 0.22)
      const k = Math.min(MAX_ZOOM / 3, Math.max(1, target.scale / base.scale))
      const bounds = boundsOf(points.x, points.y, places)
      const x = base.dx + ((bounds.minX + bounds.maxX) / 2) * base.scale
      const y = base.dy - ((bounds.minY + bounds.maxY) / 2) * base.scale
      moved().call(behaviour.transform, zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k))
    },
    placeOf,
    toCanvas: () => mapPicture(canvases, ground.surface),
    destroy() {
      stop.abort()
      watcher.disconnect()
      lasso.destroy()
      cancelAnimationFrame(frame)
      view.on('.zoom', null)
      names.remove()
      rings.remove()
    },
  }
}

/** `#rrggbb` as a pixel without its alpha, 0xBBGGRR. */
export function toPixel(colour: string): number {
  const value = Number.parseInt(colour.slice(1), 16)
  return ((value & 255) << 16) | (value & 0xff00) | (value >>> 16)
}

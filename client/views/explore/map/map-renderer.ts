import { select, zoom as zoomBehaviour, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3'
import { boundsOf, fitCamera, pointRadius, zoomCamera, type Camera } from './camera.ts'
import { createHitTest, type HitTest } from './hit-test.ts'
import { createLabelLayer } from './label-layer.ts'
import { createLasso } from './lasso.ts'
import type { MapClasses, MapHandle, MapHandlers } from './map-handle.ts'
import { createMapPainter, type Scene } from './map-painter.ts'
import { mapPicture } from './map-picture.ts'
import { createRing } from './ring.ts'
import { shuffledOrder } from './splat.ts'

const SVG = 'http://www.w3.org/2000/svg'
const MAX_ZOOM = 60
const MOVE_MS = 250

const nothing: Scene = {
  order: new Uint32Array(),
  x: new Float32Array(),
  y: new Float32Array(),
  slot: new Uint16Array(),
  mask: null,
  flags: new Uint8Array(),
  palette: [],
  ground: { surface: '#ffffff', ink: '#000000' },
  contours: true,
}

/** Draws the map into `host`, which holds two canvases (points below, lines above) and an SVG for names. Created once. */
export function createMapRenderer(
  host: HTMLElement,
  canvases: { lines: HTMLCanvasElement; points: HTMLCanvasElement; overlay: SVGSVGElement },
  classes: MapClasses,
  handlers: MapHandlers,
): MapHandle {
  const painter = createMapPainter(canvases)
  const names = document.createElementNS(SVG, 'g')
  canvases.overlay.append(names)
  const labels = createLabelLayer(names, classes, {
    onPick: (name) => handlers.onPickName(name),
    onHover: (name) => handlers.onHoverName(name),
  })
  const hoverRing = createRing(canvases.overlay, classes.ring)
  const pickedRing = createRing(canvases.overlay, classes.picked)

  let scene = nothing
  let hits: HitTest = createHitTest(scene.x, scene.y)
  let home: Camera = { scale: 1, dx: 0, dy: 0 }
  let width = 0
  let height = 0
  let rings: { hover: number | null; picked: number | null } = { hover: null, picked: null }
  let lassoMode = false
  let frame = 0

  const lasso = createLasso(host, canvases.overlay, classes.lasso, {
    isOn: (event) => event.shiftKey || lassoMode,
    onDone: (polygon) => {
      const camera = cameraNow()
      const inMapUnits = polygon.map(([x, y]): [number, number] => [
        (x - camera.dx) / camera.scale,
        (camera.dy - y) / camera.scale,
      ])
      handlers.onLasso(hits.within(inMapUnits))
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
  host.addEventListener('click', (event) => click(event), listen)
  resize()

  function cameraNow(): Camera {
    return zoomCamera(home, zoomTransform(host))
  }

  function pointAt(event: MouseEvent): number | null {
    const box = host.getBoundingClientRect()
    const camera = cameraNow()
    const reach = (pointRadius(scene.x.length, zoomTransform(host).k) + 8) / camera.scale
    const x = (event.clientX - box.left - camera.dx) / camera.scale
    const y = (camera.dy - (event.clientY - box.top)) / camera.scale
    return hits.nearest(x, y, reach, scene.mask)
  }

  function hover(event: PointerEvent): void {
    if (event.buttons !== 0 || event.pointerType === 'touch') return
    // On a name it is the name that is meant.
    const onName = event.target instanceof Element && names.contains(event.target)
    handlers.onHover(onName ? null : pointAt(event))
  }

  function click(event: MouseEvent): void {
    // A lasso or a drag ends in a click as well.
    const endsLasso = lasso.endsInClick()
    if (!event.defaultPrevented && !endsLasso) handlers.onPick(pointAt(event))
  }

  function resize(): void {
    width = host.clientWidth
    height = host.clientHeight
    if (width === 0 || height === 0) return
    painter.resize({ width, height, ratio: Math.min(2, window.devicePixelRatio || 1) })
    canvases.overlay.setAttribute('viewBox', `0 0 ${width} ${height}`)
    fit()
  }

  function fit(): void {
    const padding = Math.max(28, Math.min(width, height) * 0.09)
    home = fitCamera(boundsOf(scene.x, scene.y), width, height, padding)
    painter.forgetLines()
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
    if (width === 0 || height === 0) return
    const zoom = zoomTransform(host)
    const obstacles = painter.paint(scene, { home, zoom })
    labels.draw(cameraNow(), zoom.k, width, height, obstacles)
    moveRings()
  }

  function moveRings(): void {
    const radius = pointRadius(scene.x.length, zoomTransform(host).k)
    hoverRing.move(ringAt(rings.hover), radius + 3.5)
    pickedRing.move(ringAt(rings.picked), radius + 4.5)
  }

  /** Where a ring goes. A point that is pointed at is never dim: its ring is filled. */
  function ringAt(point: number | null) {
    const at = point === null ? null : placeOf(point)
    if (at === null || point === null) return null
    const dimmed = scene.mask !== null && scene.mask[point] === 0
    return { ...at, fill: dimmed ? scene.palette[scene.slot[point]] : 'none' }
  }

  function placeOf(point: number): { x: number; y: number } | null {
    if (point < 0 || point >= scene.x.length) return null
    const camera = cameraNow()
    return { x: camera.dx + scene.x[point] * camera.scale, y: camera.dy - scene.y[point] * camera.scale }
  }

  function change(part: Partial<Scene>): void {
    scene = { ...scene, ...part }
    redraw()
  }

  function smoothly() {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    return view.transition().duration(still ? 0 : MOVE_MS)
  }

  return {
    setPoints({ x, y, flags }) {
      change({ x, y, flags, order: shuffledOrder(x.length), mask: null })
      hits = createHitTest(x, y)
      behaviour.transform(view, zoomIdentity)
      fit()
    },
    setColours: (slot, palette) => change({ slot, palette }),
    setFocus: (mask) => change({ mask }),
    setGround: (ground) => change({ ground }),
    setContours: (contours) => change({ contours }),
    setNames(next) {
      labels.setNames(next)
      redraw()
    },
    setBright(topics) {
      labels.setBright(topics)
      redraw()
    },
    setRings(hoverAt, pickedAt) {
      rings = { hover: hoverAt, picked: pickedAt }
      moveRings()
    },
    setLassoMode(on) {
      lassoMode = on
    },
    zoomBy: (factor) => behaviour.scaleBy(smoothly(), factor),
    home: () => behaviour.transform(smoothly(), zoomIdentity),
    show(places) {
      if (places.length === 0) return
      const bounds = boundsOf(scene.x, scene.y, places)
      const target = fitCamera(bounds, width, height, Math.min(width, height) * 0.22)
      const k = Math.min(MAX_ZOOM / 3, Math.max(1, target.scale / home.scale))
      const x = home.dx + ((bounds.minX + bounds.maxX) / 2) * home.scale
      const y = home.dy - ((bounds.minY + bounds.maxY) / 2) * home.scale
      behaviour.transform(smoothly(), zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k))
    },
    placeOf,
    toCanvas: () => mapPicture(canvases, scene.ground.surface),
    destroy() {
      stop.abort()
      watcher.disconnect()
      lasso.destroy()
      cancelAnimationFrame(frame)
      view.on('.zoom', null)
      names.remove()
      hoverRing.remove()
      pickedRing.remove()
    },
  }
}

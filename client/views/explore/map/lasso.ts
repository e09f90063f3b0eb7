/** A shape drawn with the pointer, in pixels from the host's corner. */
export interface Lasso {
  /** Whether the click that is being handled only ends a shape; asked once a click. */
  endsInClick(): boolean
  destroy(): void
}

const SVG = 'http://www.w3.org/2000/svg'
const LEAST_PX = 6

/** Draws a lasso while the pointer is held down and `isOn` says so. A straight drag makes a box of its diagonal. */
export function createLasso(
  host: HTMLElement,
  overlay: SVGSVGElement,
  className: string,
  handlers: { isOn(event: PointerEvent): boolean; onDone(polygon: [number, number][]): void },
): Lasso {
  const shape = document.createElementNS(SVG, 'path')
  shape.setAttribute('class', className)
  overlay.append(shape)
  const stop = new AbortController()
  const listen = { signal: stop.signal }
  let trail: [number, number][] | null = null
  let done = false

  const at = (event: PointerEvent): [number, number] => {
    const box = host.getBoundingClientRect()
    return [event.clientX - box.left, event.clientY - box.top]
  }

  host.addEventListener('pointerdown', (event) => {
      done = false
    if (event.button !== 0 || !handlers.isOn(event)) return
    trail = [at(event)]
    host.setPointerCapture(event.pointerId)
    event.preventDefault()
  }, listen) // prettier-ignore
  host.addEventListener('pointermove', (event) => {
    if (trail === null) return
    trail.push(at(event))
    shape.setAttribute('d', pathOf(shapeOf(trail)))
  }, listen) // prettier-ignore
  const end = (): void => {
    if (trail === null) return
    const polygon = shapeOf(trail)
    trail = null
    shape.setAttribute('d', '')
    if (extent(polygon) < LEAST_PX) return
    done = true
    handlers.onDone(polygon)
  }
  host.addEventListener('pointerup', end, listen)
  host.addEventListener('pointercancel', end, listen)

  return {
    endsInClick() {
      const ends = done
      done = false
      return ends
    },
    destroy() {
      stop.abort()
      shape.remove()
    },
  }
}

/** The trail itself, or the box of its ends where it hardly left the straight line between them. */
export function shapeOf(trail: readonly [number, number][]): [number, number][] {
  const [x0, y0] = trail[0]
  const [x1, y1] = trail.at(-1)!
  const length = Math.hypot(x1 - x0, y1 - y0)
  const off = Math.max(...trail.map(([x, y]) => Math.abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / (length || 1)))
  if (length < LEAST_PX || off > length * 0.12) return [...trail]
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
}

function pathOf(polygon: readonly [number, number][]): string {
  return `M${polygon.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`
}

function extent(polygon: readonly [number, number][]): number {
  const xs = polygon.map(([x]) => x)
  const ys = polygon.map(([, y]) => y)
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
}

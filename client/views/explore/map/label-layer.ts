import type { Camera } from './camera.ts'
import { breakLabel, placeLabels, type PlacedBox } from './place-labels.ts'

/** A name on the map. */
export interface MapName {
  id: string
  kind: 'theme' | 'topic'
  /** Id of the topic or theme. */
  ref: number
  text: string
  /** A second, smaller line for when one has zoomed in; null for none. */
  detail: string | null
  /** Map units. */
  x: number
  y: number
  papers: number
  /** Lowest and highest of its points, map units, where these are few: its name had better stand above or below them. */
  reach?: { minY: number; maxY: number; midX: number }
  /** Shown while minZoom ≤ zoom < maxZoom. */
  minZoom: number
  maxZoom: number
}

export interface LabelLayer {
  setNames(names: readonly MapName[]): void
  /** Topics that stay bright; null for all. */
  setBright(topics: ReadonlySet<number> | null): void
  draw(camera: Camera, zoom: number, width: number, height: number, obstacles: Float32Array): void
}

interface Entry {
  name: MapName
  group: SVGGElement
  detail: SVGTextElement | null
  width: number
  height: number
  detailWidth: number
  detailHeight: number
}

const SVG = 'http://www.w3.org/2000/svg'
const LINE = 1.15
const DETAIL_ZOOM = 2.4
const DETAIL_SIZE = 12
const ABOVE = 12

/** Names over the points: one group a name, moved every frame, faded by style sheet. */
export function createLabelLayer(
  parent: SVGGElement,
  classes: { theme: string; topic: string; detail: string; shown: string; dim: string },
  handlers: { onPick(name: MapName): void; onHover(name: MapName | null): void },
): LabelLayer {
  const ruler = document.createElement('canvas').getContext('2d')!
  const family = getComputedStyle(document.body).fontFamily
  let entries: Entry[] = []
  let bright: ReadonlySet<number> | null = null
  let previous: ReadonlyMap<string, PlacedBox> = new Map()

  function measure(text: string, size: number, weight: number, spacing: number): number {
    ruler.font = `${weight} ${size}px ${family}`
    return ruler.measureText(text).width + text.length * spacing
  }

  function make(name: MapName, largest: number): Entry {
    const theme = name.kind === 'theme'
    const size = theme ? 13 : 12 + 3 * Math.sqrt(name.papers / Math.max(1, largest))
    const spacing = theme ? 1.1 : 0
    const lines = breakLabel(theme ? name.text.toUpperCase() : name.text)
    const group = document.createElementNS(SVG, 'g')
    group.setAttribute('class', theme ? classes.theme : classes.topic)
    group.append(textOf(lines, size, 600))
    const width = Math.max(...lines.map((line) => measure(line, size, 600, spacing)))
    let detail: SVGTextElement | null = null
    if (name.detail !== null) {
      detail = textOf([name.detail], DETAIL_SIZE, 450, (lines.length * size * LINE) / 2 + DETAIL_SIZE * 0.75)
      detail.setAttribute('class', classes.detail)
      group.append(detail)
    }
    group.addEventListener('click', (event) => {
      event.stopPropagation()
      handlers.onPick(name)
    })
    group.addEventListener('pointerenter', () => handlers.onHover(name))
    group.addEventListener('pointerleave', () => handlers.onHover(null))
    parent.append(group)
    const detailHeight = detail === null ? 0 : DETAIL_SIZE * 1.3
    const detailWidth = name.detail === null ? 0 : measure(name.detail, DETAIL_SIZE, 450, 0)
    return { name, group, detail, detailWidth, width, height: lines.length * size * LINE, detailHeight }
  }

  function textOf(lines: readonly string[], size: number, weight: number, below = 0): SVGTextElement {
    const text = document.createElementNS(SVG, 'text')
    text.setAttribute('font-size', size.toFixed(1))
    text.setAttribute('font-weight', String(weight))
    lines.forEach((line, place) => {
      const span = document.createElementNS(SVG, 'tspan')
      span.setAttribute('x', '0')
      span.setAttribute('y', (below + (place - (lines.length - 1) / 2) * size * LINE).toFixed(1))
      span.textContent = line
      text.append(span)
    })
    return text
  }

  return {
    setNames(names) {
      parent.replaceChildren()
      previous = new Map()
      const largest = Math.max(1, ...names.filter((name) => name.kind === 'topic').map((name) => name.papers))
      entries = names.map((name) => make(name, largest))
    },
    setBright(topics) {
      bright = topics
    },
    draw(camera, zoom, width, height, obstacles) {
      const wanted = entries.filter(({ name }) => zoom >= name.minZoom && zoom < name.maxZoom)
      const detailed = zoom >= DETAIL_ZOOM
      const boxes = wanted.map((entry) => ({
        id: entry.name.id,
        x: camera.dx + entry.name.x * camera.scale,
        y: camera.dy - entry.name.y * camera.scale,
        width: detailed ? Math.max(entry.width, entry.detailWidth) : entry.width,
        height: entry.height + (detailed ? entry.detailHeight : 0),
        priority: rank(entry.name, bright),
        spots: spotsOf(entry, camera, detailed),
      }))
      const placed = placeLabels(boxes, {
        width,
        height,
        gap: entries.length > 20 ? 12 : 8,
        obstacles,
        previous,
        farthest: obstacles.length > 0 ? 4 : 1.1,
      })
      previous = placed
      for (const { name, group, detail } of entries) {
        const at = placed.get(name.id)
        group.classList.toggle(classes.shown, at !== undefined)
        detail?.classList.toggle(classes.shown, detailed)
        if (at === undefined) continue
        group.setAttribute('transform', `translate(${at.x.toFixed(1)},${at.y.toFixed(1)})`)
        const meant = bright === null || (name.kind === 'topic' && bright.has(name.ref))
        group.classList.toggle(classes.dim, !meant)
      }
    },
  }
}

/** Just above and below the points of a small topic. */
function spotsOf({ name, height, detailHeight }: Entry, camera: Camera, detailed: boolean) {
  if (name.reach === undefined) return []
  const { minY, maxY, midX } = name.reach
  const half = (height + (detailed ? detailHeight : 0)) / 2 + ABOVE
  const x = camera.dx + midX * camera.scale
  return [
    { x, y: camera.dy - maxY * camera.scale - half },
    { x, y: camera.dy - minY * camera.scale + half },
  ]
}

/** Bright topics before themes before the rest, larger ones first. */
function rank(name: MapName, bright: ReadonlySet<number> | null): number {
  const level = name.kind === 'topic' && bright?.has(name.ref) ? 2e9 : name.kind === 'theme' ? 1e9 : 0
  return level + name.papers
}

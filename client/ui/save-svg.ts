import { downloadBlob } from './download.ts'

/** Ground around a drawing, pixels: the letters of another font may be wider. */
const EDGE = 12

/** A drawing as a file of its own: CSS variables resolved, the page's ground behind it. */
function svgSource(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const style = getComputedStyle(document.documentElement)
  const { width, height } = svg.getBoundingClientRect()
  const { x, y, width: across, height: down } = svg.viewBox.baseVal
  const edge = (EDGE * across) / width
  const box = [x - edge, y - edge, across + 2 * edge, down + 2 * edge].map(String)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(Math.round(width + 2 * EDGE)))
  copy.setAttribute('height', String(Math.round(height + 2 * EDGE)))
  copy.setAttribute('viewBox', box.join(' '))
  copy.setAttribute('font-family', 'Inter, system-ui, sans-serif')
  // What leads somewhere on the screen leads nowhere in a file.
  for (const point of copy.querySelectorAll('[role=button]')) {
    for (const name of ['role', 'tabindex', 'data-point', 'style']) point.removeAttribute(name)
  }
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  ;['x', 'y', 'width', 'height'].forEach((name, place) => ground.setAttribute(name, box[place]))
  ground.setAttribute('fill', style.getPropertyValue('--surface').trim())
  copy.prepend(ground)
  const source = new XMLSerializer().serializeToString(copy)
  return resolveVariables(source, (name) => style.getPropertyValue(name).trim())
}

/** Replaces `var(--name, fallback)` by its value. */
export function resolveVariables(source: string, valueOf: (name: string) => string): string {
  return source.replace(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g, (_, name: string, fallback: string | undefined) => {
    return valueOf(name) || fallback || 'currentColor'
  })
}

export function saveSvg(svg: SVGSVGElement, filename: string): void {
  downloadBlob(new Blob([svgSource(svg)], { type: 'image/svg+xml' }), filename)
}

/** Draws the SVG at twice its size and saves it as PNG. */
export async function savePng(svg: SVGSVGElement, filename: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([svgSource(svg)], { type: 'image/svg+xml' }))
  try {
    const picture = new Image()
    picture.src = url
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = picture.naturalWidth * 2
    canvas.height = picture.naturalHeight * 2
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
    saveCanvas(canvas, filename)
  } finally {
    URL.revokeObjectURL(url)
  }
}

export function saveCanvas(canvas: HTMLCanvasElement, filename: string): void {
  canvas.toBlob((blob) => {
    if (blob !== null) downloadBlob(blob, filename)
  }, 'image/png')
}

/** A circle around a point. */
export interface Ring {
  /** null hides it. Pixels; `fill` is a CSS colour or none. */
  move(at: { x: number; y: number; fill: string } | null, radius: number): void
  remove(): void
}

const SVG = 'http://www.w3.org/2000/svg'

export function createRing(overlay: SVGSVGElement, className: string): Ring {
  const circle = document.createElementNS(SVG, 'circle')
  circle.setAttribute('class', className)
  circle.setAttribute('visibility', 'hidden')
  overlay.append(circle)
  return {
    move(at, radius) {
      circle.setAttribute('visibility', at === null ? 'hidden' : 'visible')
      if (at === null) return
      circle.setAttribute('cx', at.x.toFixed(1))
      circle.setAttribute('cy', at.y.toFixed(1))
      circle.setAttribute('r', radius.toFixed(1))
      circle.style.fill = at.fill
    },
    remove: () => circle.remove(),
  }
}

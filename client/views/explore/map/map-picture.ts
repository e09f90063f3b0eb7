/** Puts points, lines and names on one canvas with the page's ground. */
export function mapPicture(
  canvases: { lines: HTMLCanvasElement; points: HTMLCanvasElement; overlay: SVGSVGElement },
  surface: string,
): HTMLCanvasElement {
  const picture = document.createElement('canvas')
  picture.width = canvases.points.width
  picture.height = canvases.points.height
  const context = picture.getContext('2d')!
  context.fillStyle = surface
  context.fillRect(0, 0, picture.width, picture.height)
  context.drawImage(canvases.points, 0, 0)
  context.drawImage(canvases.lines, 0, 0)
  drawNames(context, canvases.overlay, picture.width / canvases.overlay.clientWidth)
  return picture
}

/** Draws the names as they stand: a canvas knows their font, which a picture made of the SVG would not. */
function drawNames(context: CanvasRenderingContext2D, overlay: SVGSVGElement, ratio: number): void {
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  for (const text of overlay.querySelectorAll('text')) {
    const group = text.parentElement as unknown as SVGGElement
    const style = getComputedStyle(text)
    const opacity = Number(getComputedStyle(group).opacity) * Number(style.opacity)
    const move = group.transform.baseVal.consolidate()?.matrix
    if (opacity < 0.05 || move === undefined) continue
    context.globalAlpha = opacity
    context.setTransform(ratio, 0, 0, ratio, ratio * move.e, ratio * move.f)
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    context.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing
    context.strokeStyle = style.stroke
    context.lineWidth = 4
    context.fillStyle = style.fill
    for (const line of text.querySelectorAll('tspan')) {
      const y = Number(line.getAttribute('y') ?? 0)
      context.strokeText(line.textContent, 0, y)
      context.fillText(line.textContent, 0, y)
    }
  }
}

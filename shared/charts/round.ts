/** A coordinate with at most one decimal: a tenth of a pixel is finer than a screen, and the drawing stays small. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10
  return rounded === 0 ? 0 : rounded
}

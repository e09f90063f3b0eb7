import { layOutPanels as write, PANEL } from './dots'

/** Panels from…to of the k vectors of `vectors` (k × dimensions, whole numbers of 16 bits), for `assign`. */
export function layOutPanels(
  from: i32,
  to: i32,
  thread: i32,
  vectors: usize,
  dimensions: i32,
  k: i32,
  panels: usize,
): void {
  const first = from * PANEL
  const bytes = (<usize>dimensions) << 1
  write(vectors + <usize>first * bytes, dimensions, 0, min(k, to * PANEL) - first, panels + <usize>first * bytes)
}

import { layOutPanels as write, PANEL } from './dots'

/** Panels from…to of the k vectors of `vectors` (k × dimensions, Float32), for `assign`. `scratch`: 2 bytes a dimension for each thread. */
export function layOutPanels(
  from: i32,
  to: i32,
  thread: i32,
  vectors: usize,
  dimensions: i32,
  k: i32,
  panels: usize,
  scratch: usize,
): void {
  const first = from * PANEL
  const bytes = (<usize>dimensions) << 1
  const count = min(k, to * PANEL) - first
  const start = vectors + <usize>first * (bytes << 1)
  write(start, dimensions, 0, count, panels + <usize>first * bytes, scratch + <usize>thread * bytes)
}

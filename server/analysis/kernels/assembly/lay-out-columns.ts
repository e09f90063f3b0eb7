/**
 * Rows from…to of the 16 columns from `column` on of `dense` (rows × width, Float32) as a panel, rows × 16, for `multiply`; where there are fewer columns, zeros in their
 * place.
 */
export function layOutColumns(
  from: i32,
  to: i32,
  thread: i32,
  dense: usize,
  column: i32,
  width: i32,
  panel: usize,
): void {
  const quads = min(4, (width - column) >> 2)
  const zero = f32x4.splat(0)
  for (let row = from; row < to; row++) {
    const line = dense + ((<usize>row * <usize>width + <usize>column) << 2)
    const place = panel + ((<usize>row) << 6)
    for (let quad = 0; quad < 4; quad++) {
      const at = (<usize>quad) << 4
      v128.store(place + at, quad < quads ? v128.load(line + at) : zero)
    }
  }
}

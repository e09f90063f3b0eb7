/** Rows from…to of `dense` (rows × width, Float32) in panels of 16 columns, each rows × 16, the last one filled up with zeros, for `multiply`. */
export function layOutColumns(
  from: i32,
  to: i32,
  thread: i32,
  dense: usize,
  rows: i32,
  width: i32,
  panels: usize,
): void {
  const zero = f32x4.splat(0)
  for (let row = from; row < to; row++) {
    const at = dense + ((<usize>row * <usize>width) << 2)
    let panel = panels + ((<usize>row) << 6)
    for (let column = 0; column < width; column += 16) {
      for (let quad = 0; quad < 16; quad += 4) {
        const value = column + quad < width ? v128.load(at + ((<usize>(column + quad)) << 2)) : zero
        v128.store(panel + ((<usize>quad) << 2), value)
      }
      panel += (<usize>rows) << 6
    }
  }
}

/** Vectors that stand in one panel, four to a lane group: what `dots` multiplies a pair of rows with at a time. */
export const PANEL: i32 = 16

/**
 * Writes the dot products of two vectors with the 16 of a panel to `out` (2 × 16, Float32). A panel holds, for each dimension, its 16
 * vectors' values side by side. Sums run over the dimensions in their order, in Float32.
 */
export function dots(a: usize, b: usize, panel: usize, dimensions: i32, out: usize): void {
  let a0 = f32x4.splat(0)
  let a1 = a0
  let a2 = a0
  let a3 = a0
  let b0 = a0
  let b1 = a0
  let b2 = a0
  let b3 = a0
  for (let d = 0; d < dimensions; d++) {
    const x = v128.load32_splat(a)
    const y = v128.load32_splat(b)
    const p0 = v128.load(panel)
    const p1 = v128.load(panel, 16)
    const p2 = v128.load(panel, 32)
    const p3 = v128.load(panel, 48)
    a0 = f32x4.add(a0, f32x4.mul(x, p0))
    b0 = f32x4.add(b0, f32x4.mul(y, p0))
    a1 = f32x4.add(a1, f32x4.mul(x, p1))
    b1 = f32x4.add(b1, f32x4.mul(y, p1))
    a2 = f32x4.add(a2, f32x4.mul(x, p2))
    b2 = f32x4.add(b2, f32x4.mul(y, p2))
    a3 = f32x4.add(a3, f32x4.mul(x, p3))
    b3 = f32x4.add(b3, f32x4.mul(y, p3))
    a += 4
    b += 4
    panel += 64
  }
  v128.store(out, a0)
  v128.store(out, a1, 16)
  v128.store(out, a2, 32)
  v128.store(out, a3, 48)
  v128.store(out, b0, 64)
  v128.store(out, b1, 80)
  v128.store(out, b2, 96)
  v128.store(out, b3, 112)
}

/** Lays `count` vectors, of which `numbers` (Int32; 0 for 0…count−1) says the rows, out in panels; the last one is filled up with zeros. */
export function layOutPanels(vectors: usize, dimensions: i32, numbers: usize, count: i32, panels: usize): void {
  const bytes = (<usize>dimensions) << 2
  for (let start = 0; start < count; start += PANEL) {
    const panel = panels + <usize>(start / PANEL) * (bytes << 4)
    for (let lane = 0; lane < PANEL; lane++) {
      const at = panel + ((<usize>lane) << 2)
      const i = start + lane
      if (i >= count) {
        for (let d: usize = 0; d < bytes; d += 4) store<f32>(at + (d << 4), 0)
        continue
      }
      const row = numbers === 0 ? i : load<i32>(numbers + ((<usize>i) << 2))
      const from = vectors + <usize>row * bytes
      for (let d: usize = 0; d < bytes; d += 4) store<f32>(at + (d << 4), load<f32>(from + d))
    }
  }
}

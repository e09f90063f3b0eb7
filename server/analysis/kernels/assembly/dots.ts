/** Vectors that stand in one panel, four to a lane group: what `dots` multiplies a pair of rows with at a time. */
export const PANEL: i32 = 16
/** The length of a unit vector in whole numbers of 16 bits. */
export const UNIT: f32 = 32767

/**
 * Writes the dot products of two rows with the 16 vectors of a panel to `out` (2 × 16, Float32). Rows are whole numbers of 16 bits; a panel
 * holds, for each two dimensions, its 16 vectors' pairs of values side by side. Sums are whole numbers, so that their order does not matter.
 */
export function dots(a: usize, b: usize, panel: usize, dimensions: i32, out: usize): void {
  let a0 = i32x4.splat(0)
  let a1 = a0
  let a2 = a0
  let a3 = a0
  let b0 = a0
  let b1 = a0
  let b2 = a0
  let b3 = a0
  for (let d = 0; d < dimensions; d += 2) {
    const x = v128.load32_splat(a)
    const y = v128.load32_splat(b)
    const p0 = v128.load(panel)
    const p1 = v128.load(panel, 16)
    const p2 = v128.load(panel, 32)
    const p3 = v128.load(panel, 48)
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x, p0))
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(y, p0))
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x, p1))
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(y, p1))
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(x, p2))
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(y, p2))
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(x, p3))
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(y, p3))
    a += 4
    b += 4
    panel += 64
  }
  v128.store(out, cosines(a0))
  v128.store(out, cosines(a1), 16)
  v128.store(out, cosines(a2), 32)
  v128.store(out, cosines(a3), 48)
  v128.store(out, cosines(b0), 64)
  v128.store(out, cosines(b1), 80)
  v128.store(out, cosines(b2), 96)
  v128.store(out, cosines(b3), 112)
}

function cosines(sums: v128): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.splat(<f32>1 / (UNIT * UNIT)))
}

/** The dot product of two rows, a whole number. `dimensions`: a multiple of four. */
export function dot(a: usize, b: usize, dimensions: i32): i32 {
  const end = a + ((<usize>dimensions) << 1)
  let sum = i32x4.splat(0)
  while (a + 16 <= end) {
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(a), v128.load(b)))
    a += 16
    b += 16
  }
  if (a < end) sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load64_zero(a), v128.load64_zero(b)))
  return (
    i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3)
  )
}

/** Writes Float32 numbers (a multiple of four), times `scale`, as whole numbers of 16 bits, rounded. `bytes`: of the whole numbers. */
export function storeWhole(numbers: usize, bytes: usize, scale: f32, out: usize): void {
  const scales = f32x4.splat(scale)
  for (let d: usize = 0; d < bytes; d += 8) {
    const scaled = f32x4.add(f32x4.mul(v128.load(numbers + (d << 1)), scales), f32x4.splat(0.5))
    const whole = i32x4.trunc_sat_f32x4_s(f32x4.floor(scaled))
    v128.store64_lane(out + d, i16x8.narrow_i32x4_s(whole, whole), 0)
  }
}

/** Four numbers of a vector of whole numbers as Float32. */
export function loadFour(at: usize): v128 {
  return f32x4.convert_i32x4_s(v128.load16x4_s(at))
}

/**
 * Lays `count` vectors, of which `numbers` (Int32; 0 for 0…count−1) says the rows, out in panels of 32 bytes a dimension; the last one is filled up with
 * zeros.
 */
export function layOutPanels(vectors: usize, dimensions: i32, numbers: usize, count: i32, panels: usize): void {
  const bytes = (<usize>dimensions) << 1
  for (let start = 0; start < count; start += PANEL) {
    const panel = panels + <usize>(start / PANEL) * (bytes << 4)
    for (let lane = 0; lane < PANEL; lane++) {
      const at = panel + ((<usize>lane) << 2)
      const i = start + lane
      if (i >= count) {
        for (let d: usize = 0; d < bytes; d += 4) store<i32>(at + (d << 4), 0)
        continue
      }
      const number = numbers === 0 ? i : load<i32>(numbers + ((<usize>i) << 2))
      const row = vectors + <usize>number * bytes
      for (let d: usize = 0; d < bytes; d += 4) store<i32>(at + (d << 4), load<i32>(row + d))
    }
  }
}

/** Rows whose products are summed in Float32 before they join the Float64 sum. */
const BLOCK: i32 = 256

/**
 * The part that the rows from…to have in the products of the columns of `count` panels (rows × 16 each, one after the other, `panelBytes` apart) with those of `panel`. `parts`:
 * count · 16 × 16 Float64 a shard of `shard` rows.
 */
export function panelProducts(
  from: i32,
  to: i32,
  thread: i32,
  panels: usize,
  panelBytes: usize,
  count: i32,
  panel: usize,
  parts: usize,
  shard: i32,
): void {
  const size = (<usize>count) << 11
  const part = parts + <usize>(from / shard) * size
  memory.fill(part, 0, size)
  for (let block = from; block < to; block += BLOCK) {
    const end = (<usize>min(to, block + BLOCK)) << 6
    const begin = (<usize>block) << 6
    for (let p: usize = 0; p < <usize>count; p++) {
      const left = panels + p * panelBytes
      for (let i: usize = 0; i < 64; i += 16) {
        for (let j: usize = 0; j < 64; j += 32)
          tile(left + i, panel + j, begin, end, part + (p << 11) + (i << 5) + (j << 1))
      }
    }
  }
}

/** Adds the products of four columns with eight to their sums, of which those of a column are 128 bytes apart. */
function tile(left: usize, right: usize, begin: usize, end: usize, sums: usize): void {
  let a0 = f32x4.splat(0)
  let a1 = a0
  let a2 = a0
  let a3 = a0
  let b0 = a0
  let b1 = a0
  let b2 = a0
  let b3 = a0
  for (let at = begin; at < end; at += 64) {
    const low = v128.load(right + at)
    const high = v128.load(right + at, 16)
    const x = v128.load32_splat(left + at)
    a0 = f32x4.add(a0, f32x4.mul(x, low))
    b0 = f32x4.add(b0, f32x4.mul(x, high))
    const y = v128.load32_splat(left + at, 4)
    a1 = f32x4.add(a1, f32x4.mul(y, low))
    b1 = f32x4.add(b1, f32x4.mul(y, high))
    const z = v128.load32_splat(left + at, 8)
    a2 = f32x4.add(a2, f32x4.mul(z, low))
    b2 = f32x4.add(b2, f32x4.mul(z, high))
    const w = v128.load32_splat(left + at, 12)
    a3 = f32x4.add(a3, f32x4.mul(w, low))
    b3 = f32x4.add(b3, f32x4.mul(w, high))
  }
  join(sums, a0, b0)
  join(sums + 128, a1, b1)
  join(sums + 256, a2, b2)
  join(sums + 384, a3, b3)
}

function join(at: usize, low: v128, high: v128): void {
  addTwo(at, low)
  addTwo(at + 16, i8x16.shuffle(low, low, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15))
  addTwo(at + 32, high)
  addTwo(at + 48, i8x16.shuffle(high, high, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15))
}

function addTwo(at: usize, two: v128): void {
  v128.store(at, f64x2.add(v128.load(at), f64x2.promote_low_f32x4(two)))
}

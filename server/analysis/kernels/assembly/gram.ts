/** Rows whose products are summed in Float32 before they join the Float64 sum. */
const BLOCK: i32 = 256

/**
 * The part that rows from…to have in denseᵀ · dense, upper triangle of 4 × 4 tiles. `dense`: rows × width, Float32, width a multiple
 * of four; `parts`: one width × width Float64 matrix a shard, of `shard` rows each.
 */
export function gram(from: i32, to: i32, thread: i32, dense: usize, width: i32, parts: usize, shard: i32): void {
  const bytes = (<usize>width) << 2
  const part = parts + <usize>(from / shard) * <usize>width * <usize>width * 8
  memory.fill(part, 0, <usize>width * <usize>width * 8)
  for (let block = from; block < to; block += BLOCK) {
    const end = min(to, block + BLOCK)
    for (let i = 0; i < width; i += 4) {
      for (let j = i; j < width; j += 4) {
        let s0 = f32x4.splat(0)
        let s1 = s0
        let s2 = s0
        let s3 = s0
        let a = dense + <usize>block * bytes + ((<usize>i) << 2)
        let b = dense + <usize>block * bytes + ((<usize>j) << 2)
        for (let row = block; row < end; row++) {
          const right = v128.load(b)
          s0 = f32x4.add(s0, f32x4.mul(v128.load32_splat(a), right))
          s1 = f32x4.add(s1, f32x4.mul(v128.load32_splat(a, 4), right))
          s2 = f32x4.add(s2, f32x4.mul(v128.load32_splat(a, 8), right))
          s3 = f32x4.add(s3, f32x4.mul(v128.load32_splat(a, 12), right))
          a += bytes
          b += bytes
        }
        const at = part + ((<usize>(i * width + j)) << 3)
        const next = (<usize>width) << 3
        join(at, s0)
        join(at + next, s1)
        join(at + 2 * next, s2)
        join(at + 3 * next, s3)
      }
    }
  }
}

function join(at: usize, sums: v128): void {
  store<f64>(at, load<f64>(at) + <f64>f32x4.extract_lane(sums, 0))
  store<f64>(at, load<f64>(at, 8) + <f64>f32x4.extract_lane(sums, 1), 8)
  store<f64>(at, load<f64>(at, 16) + <f64>f32x4.extract_lane(sums, 2), 16)
  store<f64>(at, load<f64>(at, 24) + <f64>f32x4.extract_lane(sums, 3), 24)
}

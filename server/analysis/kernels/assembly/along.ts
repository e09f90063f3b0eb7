import { loadFour } from './dots'

/**
 * How far the vectors from…to (n × dimensions, whole numbers of 16 bits) reach along two directions (2 × dimensions, Float32), from a middle: n × 2 Float32 in `out`. Sums run
 * over groups of four dimensions, lane by lane.
 */
export function along(
  from: i32,
  to: i32,
  thread: i32,
  vectors: usize,
  dimensions: i32,
  directions: usize,
  middleX: f32,
  middleY: f32,
  out: usize,
): void {
  const bytes = (<usize>dimensions) << 1
  const second = directions + (bytes << 1)
  for (let i = from; i < to; i++) {
    const at = vectors + <usize>i * bytes
    let x = f32x4.splat(0)
    let y = x
    for (let d: usize = 0; d < bytes; d += 8) {
      const four = loadFour(at + d)
      x = f32x4.add(x, f32x4.mul(four, v128.load(directions + (d << 1))))
      y = f32x4.add(y, f32x4.mul(four, v128.load(second + (d << 1))))
    }
    const place = out + ((<usize>i) << 3)
    store<f32>(place, sumOf(x) - middleX)
    store<f32>(place, sumOf(y) - middleY, 4)
  }
}

function sumOf(four: v128): f32 {
  return (
    f32x4.extract_lane(four, 0) +
    f32x4.extract_lane(four, 1) +
    (f32x4.extract_lane(four, 2) + f32x4.extract_lane(four, 3))
  )
}

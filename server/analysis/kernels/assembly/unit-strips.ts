/** What brings the sums of the clusters from…to (k × columns, Float64) to the length of a unit vector, 32,767: `scales` (Float64), 0 for a sum of zeros. Every second square is summed up apart. */
export function sumScales(from: i32, to: i32, thread: i32, sums: usize, columns: i32, scales: usize): void {
  for (let cluster = from; cluster < to; cluster++) {
    const own = sums + ((<usize>cluster * <usize>columns) << 3)
    const bytes = (<usize>columns) << 3
    let two = f64x2.splat(0)
    let at: usize = 0
    for (; at + 16 <= bytes; at += 16) {
      const values = v128.load(own + at)
      two = f64x2.add(two, f64x2.mul(values, values))
    }
    let square = f64x2.extract_lane(two, 0)
    if (at < bytes) square += load<f64>(own + at) * load<f64>(own + at)
    square += f64x2.extract_lane(two, 1)
    store<f64>(scales + ((<usize>cluster) << 3), square === 0 ? 0 : 32767 / sqrt(square))
  }
}

/** The columns from…to of the sums of k clusters (k × columns, Float64), times `scales`, as whole numbers of 16 bits in strips of columns × 32; where the scale is 0, what stood there stays. */
export function placeStrips(
  from: i32,
  to: i32,
  thread: i32,
  sums: usize,
  columns: i32,
  k: i32,
  scales: usize,
  strips: usize,
): void {
  for (let cluster = 0; cluster < k; cluster++) {
    const scale = load<f64>(scales + ((<usize>cluster) << 3))
    if (scale === 0) continue
    const own = sums + ((<usize>cluster * <usize>columns) << 3)
    const strip = strips + ((<usize>(cluster >> 5) * <usize>columns) << 6) + ((<usize>(cluster & 31)) << 1)
    for (let column: usize = <usize>from; column < <usize>to; column++) {
      store<i16>(strip + (column << 6), <i16>(<i32>floor(load<f64>(own + (column << 3)) * scale + 0.5)))
    }
  }
}

import { dot, UNIT } from './dots'

/** How far the length of a row may be from that of a unit vector by rounding alone. */
const ROUNDING: f64 = 32

/** Brings the rows from…to of a matrix of whole numbers of 16 bits (rows × width) to the length of unit vectors, in place; zeros stay. */
export function unitVectors(from: i32, to: i32, thread: i32, vectors: usize, width: i32): void {
  const bytes = (<usize>width) << 1
  for (let row = from; row < to; row++) {
    const at = vectors + <usize>row * bytes
    const length = sqrt(<f64>dot(at, at, width))
    if (length === 0 || abs(length - <f64>UNIT) <= ROUNDING) continue
    const scale = <f64>UNIT / length
    for (let d: usize = 0; d < bytes; d += 2) {
      store<i16>(at + d, <i16>(<i32>floor(<f64>load<i16>(at + d) * scale + 0.5)))
    }
  }
}

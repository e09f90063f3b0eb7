import { storeWhole } from './dots'

/** Numbers (Float32) from…to, which is a multiple of four or the end of both arrays, as whole numbers of 16 bits, 1 being 32,767. */
export function wholeValues(from: i32, to: i32, thread: i32, values: usize, out: usize): void {
  storeWhole(values + ((<usize>from) << 2), ((<usize>(to - from) + 3) & ~3) << 1, 32767, out + ((<usize>from) << 1))
}

import { scatter } from './scatter'

/** Uniform random numbers of −½…½, each from its own place (from…to) in `out` (Float32) and the seed. */
export function randomNumbers(from: i32, to: i32, thread: i32, seed: i32, out: usize): void {
  for (let i = from; i < to; i++) {
    const bits = scatter(scatter(i) ^ seed)
    store<f32>(out + ((<usize>i) << 2), <f32>bits * <f32>2.3283064365386963e-10)
  }
}

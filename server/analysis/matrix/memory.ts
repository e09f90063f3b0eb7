/** Where the arrays of a matrix are to lie; they are zeros. `Kernels` is one. */
export interface Memory {
  int32(length: number): Int32Array
  float32(length: number): Float32Array
}

/** The memory of this thread. */
export const HEAP: Memory = {
  int32: (length) => new Int32Array(length),
  float32: (length) => new Float32Array(length),
}

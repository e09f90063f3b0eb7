/** Where arrays stand in the memory of the kernels. */
export function places(...arrays: readonly ArrayBufferView[]): number[] {
  return arrays.map((array) => array.byteOffset)
}

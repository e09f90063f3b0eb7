/** A place outside of the memory of the kernels where what stands in it can wait. */
export interface Shelf {
  /** Takes the bytes of some values; the function writes them into places of the same sizes, and is called once. It holds none of the values. */
  put(values: readonly Uint8Array[]): (places: readonly Uint8Array[]) => void
}

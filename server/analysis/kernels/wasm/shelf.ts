/** A place outside of the memory of the kernels where what stands in it can wait. */
export interface Shelf {
  /** Takes the bytes of some values; the function writes them back, and is called once. */
  put(values: readonly Uint8Array[]): () => void
}

/** The next multiple of four: kernels work on four numbers at a time. */
export function four(length: number): number {
  return (length + 3) & ~3
}

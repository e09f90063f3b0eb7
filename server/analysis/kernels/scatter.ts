/** Scatters a number over all 32 bits (MurmurHash3's last step), as `assembly/scatter.ts` does. */
export function scatter(value: number): number {
  let z = value | 0
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
  return z ^ (z >>> 16)
}

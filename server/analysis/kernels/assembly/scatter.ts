/** Scatters a number over all 32 bits (MurmurHash3's last step). */
export function scatter(value: i32): i32 {
  let z = value
  z = (z ^ (z >>> 16)) * 0x85ebca6b
  z = (z ^ (z >>> 13)) * 0xc2b2ae35
  return z ^ (z >>> 16)
}

/** A uniform number of [0, 1), 53 bits, as `next` of `math/random.ts` makes it; `state`: its four numbers, changed. */
export function nextRandom(state: usize): f64 {
  const high = nextBits(state) >>> 5
  const low = nextBits(state) >>> 6
  return (<f64>high * 67108864 + <f64>low) / 9007199254740992
}

/** xoshiro128**. */
function nextBits(state: usize): u32 {
  const a = load<u32>(state)
  const b = load<u32>(state, 4)
  const c = load<u32>(state, 8) ^ a
  const d = load<u32>(state, 12) ^ b
  store<u32>(state, a ^ d)
  store<u32>(state, b ^ c, 4)
  store<u32>(state, c ^ (b << 9), 8)
  store<u32>(state, rotl<u32>(d, 11), 12)
  return rotl<u32>(b * 5, 7) * 9
}

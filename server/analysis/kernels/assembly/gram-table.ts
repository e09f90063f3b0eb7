/** The hash of words that have the hash `hash` and of one more behind them; as in `gram-table.ts` beside this folder. */
export function mix(hash: i32, word: i32): i32 {
  let z = hash * 0x9e3779b1 + word
  z = (z ^ (z >>> 16)) * 0x85ebca6b
  return z ^ (z >>> 13)
}

/** A slot: parent + 1 (0 for none), word, gram, value; 16 bytes. */
export const SLOT_SHIFT: i32 = 4
export function gramAt(slot: usize): i32 {
  return load<i32>(slot, 8)
}
export function valueAt(slot: usize): i32 {
  return load<i32>(slot, 12)
}

/** The slot of `parent` and a word behind it, or 0. */
export function findSlot(slots: usize, mask: i32, hash: i32, parent: i32, word: i32): usize {
  let slot = hash & mask
  for (;;) {
    const at = slots + ((<usize>slot) << SLOT_SHIFT)
    const key = load<i32>(at)
    if (key === parent + 1 && load<i32>(at, 4) === word) return at
    if (key === 0) return 0
    slot = (slot + 1) & mask
  }
  return 0
}

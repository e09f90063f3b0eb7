/** As in `text/unit-classes.ts`. */
export const LETTER: u32 = 1
export const APOSTROPHE: u32 = 2
export const HYPHEN: u32 = 3
export const SPACE: u32 = 4
export const UNSPACED: u32 = 5
export const FULL_STOP: u32 = 6
export const UNKNOWN: u32 = 127

/** What a unit is to a tokenizer. */
export function kindOf(kinds: usize, unit: u32): u32 {
  return (<u32>load<u8>(kinds + <usize>unit)) & 127
}

/** Whether a unit is a letter in the sense of Unicode (no digit, no mark). */
export function isLetter(kinds: usize, unit: u32): bool {
  return load<u8>(kinds + <usize>unit) >= 128
}

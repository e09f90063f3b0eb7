/** Slots of two stems. */
export const STEM_SLOTS = 1 << 16

/** The slot of two stems, which others may share. */
export function stemSlot(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 16
}

/** FNV-1a of UTF-16 units (Fowler, Noll, Vo), of 32 bits. */
export const FIRST_HASH = 0x811c9dc5 | 0

/** The hash of what has `hash`, and of one unit more. */
export function nextHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** The hash of units[start…end). */
export function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = FIRST_HASH
  for (let i = start; i < end; i++) hash = nextHash(hash, units[i])
  return hash
}

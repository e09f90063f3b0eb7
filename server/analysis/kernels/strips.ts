/** Columns in a strip: what two entries of a row are multiplied with at a time. The numbers of a term in one strip of 16 bits each fill a line of the cache. */
export const STRIP = 32

/** The numbers in strips for `columns` columns over `terms` terms. */
export function stripLength(columns: number, terms: number): number {
  return Math.ceil(columns / STRIP) * STRIP * terms
}

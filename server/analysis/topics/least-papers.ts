/** Fewest papers of a topic that was not asked for by number: 3, or 0.5% of the papers. */
export function leastPapers(n: number): number {
  return Math.max(3, Math.ceil(0.005 * n))
}

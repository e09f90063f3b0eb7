/**
 * Fewest papers of a topic that was not asked for by number: 3, or 0.5% of the papers. Where more topics than usual are wanted, `topics`
 * is how many: then a fifth of a mean topic is enough, lest half of many small topics be swept away.
 */
export function leastPapers(n: number, topics = 1): number {
  return Math.max(3, Math.ceil(Math.min(0.005, 0.2 / topics) * n))
}

import type { CrossTrends } from '../../shared/cross-trends.ts'
import { compareCodePoints, type Paper } from '../../shared/paper.ts'

/**
 * Names as an index knows them (its words) in the way that records write them: the first of `written`, most papers first, with the same
 * letters and digits. One that no record writes so stays as it is.
 */
export function asWritten(names: readonly string[], written: readonly string[]): string[] {
  const known = new Map<string, string>()
  for (const name of written) {
    const key = lettersOf(name)
    if (!known.has(key)) known.set(key, name)
  }
  return names.map((name) => known.get(lettersOf(name)) ?? name)
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Venues or organisations over time with their names as records write them; `written`: most papers first. */
export function crossAsWritten(cross: CrossTrends, written: readonly string[]): CrossTrends {
  const labels = asWritten(
    cross.groups.map(({ label }) => label),
    written,
  )
  return { ...cross, groups: cross.groups.map((group, i) => ({ ...group, label: labels[i] })) }
}

/** The venues or organisations of papers as their records write them, most papers first, then by code point: what the store lists. */
export function namesOfPapers(papers: readonly Paper[], field: 'venue' | 'organization'): string[] {
  const counts = new Map<string, number>()
  for (const { [field]: name } of papers) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, k]) => k - m || compareCodePoints(a, b)).map(([name]) => name)
}

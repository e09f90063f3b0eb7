import { VERDICTS, type TrendItem } from '../../../shared/trend.ts'

/** Topics that move first: by verdict, then by the size of the change, then by papers. */
export function byVerdict(items: readonly TrendItem[]): TrendItem[] {
  return [...items].sort(
    (a, b) =>
      VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
      Math.abs(b.size ?? 0) - Math.abs(a.size ?? 0) ||
      b.papers - a.papers ||
      a.id - b.id,
  )
}

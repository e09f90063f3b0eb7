import type { Bin } from '../../../shared/period.ts'

const LABELS: Partial<Record<Bin, string>> = { half: 'half year', 'two-year': 'two years' }

/** A bin in words: `year`, `half year`, `two years`. */
export function binLabel(bin: Bin): string {
  return LABELS[bin] ?? bin
}

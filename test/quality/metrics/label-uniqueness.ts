import { keyOf } from '../../../server/analysis/labels/label-topics.ts'

/**
 * Distinct labels ÷ topics, 0–1. Labels are the same where their words have the same stems, in any order and case.
 * Null where there are no topics.
 */
export function labelUniqueness(labels: readonly string[]): number | null {
  return labels.length === 0 ? null : new Set(labels.map(keyOf)).size / labels.length
}

import { compareCodePoints, PAPER_FIELDS, paperLine } from '../../../shared/paper.ts'
import type { Paper } from '../../../shared/paper.ts'

/** Fields whose being there says nothing about how much is known. */
const NOT_COUNTED = new Set<keyof Paper>(['id', 'datePrecision', 'dateInferred', 'source'])
const COUNTED = PAPER_FIELDS.filter((field) => !NOT_COUNTED.has(field))

const filled = (paper: Paper): number => COUNTED.reduce((count, field) => count + (paper[field] === null ? 0 : 1), 0)

/** Orders papers richest first: more fields, then the longer abstract, then their JSON by code point. */
export function compareRichness(a: Paper, b: Paper): number {
  return (
    filled(b) - filled(a) ||
    (b.abstract?.length ?? 0) - (a.abstract?.length ?? 0) ||
    compareCodePoints(paperLine(a), paperLine(b))
  )
}

/** One paper out of several records of it: the richest, with what it lacks from the others, richest first. */
export function mergeFields(papers: Paper[]): Paper {
  const [richest, ...others] = papers.length === 1 ? papers : papers.toSorted(compareRichness)
  const merged: Paper = { ...richest }
  for (const other of others) {
    if (merged.date === null && other.date !== null) {
      merged.date = other.date
      merged.datePrecision = other.datePrecision
      merged.dateInferred = other.dateInferred
    }
    for (const field of COUNTED) if (merged[field] === null) fill(merged, other, field)
  }
  return merged
}

function fill<F extends keyof Paper>(paper: Paper, from: Paper, field: F): void {
  paper[field] = from[field]
}

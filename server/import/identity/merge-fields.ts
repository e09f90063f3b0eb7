import { compareCodePoints, PAPER_FIELDS, paperLine } from '../../../shared/paper.ts'
import type { Paper } from '../../../shared/paper.ts'

/** Fields whose being there says nothing about how much is known. */
const NOT_COUNTED = new Set<keyof Paper>(['id', 'datePrecision', 'dateInferred', 'source'])
const COUNTED = PAPER_FIELDS.filter((field) => !NOT_COUNTED.has(field))

/** A paper with what its richness is compared by; the line is only made where the rest is even. */
interface Ranked {
  paper: Paper
  filled: number
  abstract: number
  line: string | null
}

function rank(paper: Paper): Ranked {
  let filled = 0
  for (const field of COUNTED) if (paper[field] !== null) filled++
  return { paper, filled, abstract: paper.abstract?.length ?? 0, line: null }
}

const lineOf = (ranked: Ranked): string => (ranked.line ??= paperLine(ranked.paper))

/** Papers richest first: more fields, then the longer abstract, then their JSON by code point. */
export function richestFirst(papers: Paper[]): Paper[] {
  if (papers.length < 2) return papers
  return papers
    .map(rank)
    .sort((a, b) => b.filled - a.filled || b.abstract - a.abstract || compareLines(lineOf(a), lineOf(b)))
    .map(({ paper }) => paper)
}

/** Equal lines, as a file of nothing but one record has them, are told apart from others at once. */
const compareLines = (a: string, b: string): number => (a === b ? 0 : compareCodePoints(a, b))

/** One paper out of several records of it: the richest, with what it lacks from the others, richest first. */
export function mergeFields(papers: Paper[]): Paper {
  const [richest, ...others] = richestFirst(papers)
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

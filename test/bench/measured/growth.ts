import type { BenchTable } from './bench-row.ts'
import { best } from './measured.ts'

/** How a stage grew from one corpus to the next larger one. */
export interface Growth {
  stage: string
  title: string
  threads: number
  /** As many times the papers, the seconds, the memory. */
  papers: number
  seconds: number
  memory: number
}

/** Growth of every stage that both corpora have, from the first to the second. */
export function growthOf(from: BenchTable, to: BenchTable): Growth[] {
  return to.rows.flatMap(({ stage, title, threads, ours }) => {
    const before = from.rows.find((row) => row.stage === stage && row.threads === threads)
    if (before === undefined) return []
    return {
      stage,
      title,
      threads,
      papers: to.papers / from.papers,
      seconds: best(ours) / best(before.ours),
      memory: ours.peakBytes / before.ours.peakBytes,
    }
  })
}

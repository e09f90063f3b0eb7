import type { Kernels } from './kernels/kernels.ts'
import type { Csr } from './matrix/csr.ts'
import { type TopicFit, UNCERTAIN_RATIO } from './topics/describe-topics.ts'

/** Terms that say why a paper is in its topic, at most. */
export const REASONS = 5
/** Shares of reasons are kept, and written, with three decimals. */
export const SHARE_UNITS = 1000

/** How papers stand to their topics, and why: columns, none of them in the memory of the kernels. */
export interface PaperReasons extends Pick<TopicFit, 'score' | 'runnerUp' | 'runnerUpScore'> {
  /** Paper → 1 where its two best topics are too close to call. */
  uncertain: Uint8Array
  /** papers × REASONS: column, −1 for none, and share in thousandths. */
  columns: Int32Array
  shares: Uint16Array
}

/** The reasons of all papers; those of Miscellaneous have none. */
export function reasonsOfPapers(kernels: Kernels, matrix: Csr, fit: TopicFit, assignment: Int32Array): PaperReasons {
  const { score, scoreWithoutSelf, runnerUp, runnerUpScore, byTerm, width } = fit
  const uncertain = new Uint8Array(assignment.length)
  for (let paper = 0; paper < assignment.length; paper++) {
    if (assignment[paper] < 0 || !hasRunnerUp(fit, paper)) continue
    if (runnerUpScore[paper] >= UNCERTAIN_RATIO * scoreWithoutSelf[paper]) uncertain[paper] = 1
  }
  const reasons = kernels.reasons(matrix, byTerm, width, assignment, REASONS, SHARE_UNITS)
  return { score, runnerUp, runnerUpScore, uncertain, ...reasons }
}

/** Whether another topic is near a paper at all. */
export function hasRunnerUp(
  { runnerUp, runnerUpScore }: Pick<TopicFit, 'runnerUp' | 'runnerUpScore'>,
  paper: number,
): boolean {
  return runnerUp[paper] >= 0 && runnerUpScore[paper] > 0
}

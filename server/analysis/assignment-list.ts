import type { Assignment } from '../../shared/topic.ts'
import type { Csr } from './matrix/csr.ts'
import type { PaperFacts } from './text/paper-facts.ts'
import { reasonsFor, type TopicFit, UNCERTAIN_RATIO } from './topics/describe-topics.ts'
import { roundShare as round } from './trends/share.ts'

const REASONS = 5
/** Shares of reasons are kept, and written, with three decimals. */
const UNITS = 1000

/** What the stages found of each paper. Topics count from 0 here, and from 1 in the records. */
export interface PaperFindings {
  papers: readonly PaperFacts[]
  matrix: Csr
  /** Column → readable term. */
  names: readonly string[]
  /** Paper → topic 0…k−1, −1 for Miscellaneous. */
  assignment: Int32Array
  fit: TopicFit
  /** papers × 2, map units. */
  place: Float32Array
}

/** The assignments of all papers, in their order: numbers in columns, of which a record is made when it is asked for. A million records take most of a gigabyte. */
export class AssignmentList implements Iterable<Assignment> {
  /** Paper → 1 where its two best topics are too close to call. */
  readonly uncertain: Uint8Array
  readonly #findings: Omit<PaperFindings, 'matrix' | 'fit'>
  /** What it needs of the fit, which lies in the memory of the kernels as well. */
  readonly #fit: Pick<TopicFit, 'score' | 'runnerUp' | 'runnerUpScore'>
  /** papers × REASONS: column, −1 for none, and share in thousandths. */
  readonly #columns: Int32Array
  readonly #shares: Uint16Array

  /** Reads the matrix and what the fit has in the memory of the kernels once, here. */
  constructor({ matrix, fit, ...findings }: PaperFindings) {
    this.#findings = findings
    const { score, runnerUp, runnerUpScore } = fit
    this.#fit = { score, runnerUp, runnerUpScore }
    const { assignment } = findings
    const n = assignment.length
    this.uncertain = new Uint8Array(n)
    this.#columns = new Int32Array(n * REASONS).fill(-1)
    this.#shares = new Uint16Array(n * REASONS)
    for (let paper = 0; paper < n; paper++) {
      const topic = assignment[paper]
      if (topic < 0) continue
      if (this.#hasRunnerUp(paper) && fit.runnerUpScore[paper] >= UNCERTAIN_RATIO * fit.scoreWithoutSelf[paper])
        this.uncertain[paper] = 1
      reasonsFor(matrix, fit, paper, topic, REASONS).forEach(({ column, share }, i) => {
        this.#columns[paper * REASONS + i] = column
        this.#shares[paper * REASONS + i] = Math.round(share * UNITS)
      })
    }
  }

  get length(): number {
    return this.#findings.assignment.length
  }

  /** The assignment of a paper, by its number. */
  at(paper: number): Assignment {
    const fit = this.#fit
    const { papers, assignment, place } = this.#findings
    const hasRunnerUp = this.#hasRunnerUp(paper)
    return {
      paperId: papers[paper].id,
      topicId: assignment[paper] + 1,
      score: round(clamp(fit.score[paper])),
      runnerUpTopicId: hasRunnerUp ? fit.runnerUp[paper] + 1 : null,
      runnerUpScore: hasRunnerUp ? round(clamp(fit.runnerUpScore[paper])) : null,
      uncertain: this.uncertain[paper] === 1,
      x: round(place[paper * 2]),
      y: round(place[paper * 2 + 1]),
      reasons: this.#reasons(paper),
    }
  }

  *[Symbol.iterator](): Generator<Assignment> {
    for (let paper = 0; paper < this.length; paper++) yield this.at(paper)
  }

  #hasRunnerUp(paper: number): boolean {
    const fit = this.#fit
    return fit.runnerUp[paper] >= 0 && fit.runnerUpScore[paper] > 0
  }

  #reasons(paper: number): Assignment['reasons'] {
    const reasons: Assignment['reasons'] = []
    for (let at = paper * REASONS; at < (paper + 1) * REASONS && this.#columns[at] >= 0; at++)
      reasons.push({ term: this.#findings.names[this.#columns[at]], share: this.#shares[at] / UNITS })
    return reasons
  }
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

import type { Placed } from '../../shared/topic.ts'
import { hasRunnerUp, type PaperReasons } from './paper-reasons.ts'
import type { PaperFacts } from './text/paper-facts.ts'
import { roundShare as round } from './trends/share.ts'

/** The reasons of papers, REASONS a paper, and the readable term of each column. */
export interface ReasonColumns extends Pick<PaperReasons, 'columns' | 'shares'> {
  names: readonly string[]
}

/** What the stages found of each paper. Topics count from 0 here, and from 1 in the records. */
export interface PaperFindings {
  papers: readonly PaperFacts[]
  /** Column → readable term. */
  names: readonly string[]
  /** Paper → topic 0…k−1, −1 for Miscellaneous. */
  assignment: Int32Array
  reasons: PaperReasons
  /** papers × 2, map units. */
  place: Float32Array
}

/** The assignments of all papers, in their order: numbers in columns, of which a record is made when it is asked for. A million records take most of a gigabyte. */
export class AssignmentList implements Iterable<Placed> {
  readonly #findings: PaperFindings

  constructor({ papers, names, assignment, reasons, place }: PaperFindings) {
    this.#findings = { papers, names, assignment, reasons, place }
  }

  get length(): number {
    return this.#findings.assignment.length
  }

  /** Why each paper stands where it does: columns and shares, and the readable term of each column. */
  get reasons(): ReasonColumns {
    const { names, reasons } = this.#findings
    return { names, columns: reasons.columns, shares: reasons.shares }
  }

  /** Where a paper stands, by its number. */
  at(paper: number): Placed {
    const { papers, assignment, reasons, place } = this.#findings
    const isNear = hasRunnerUp(reasons, paper)
    return {
      paperId: papers[paper].id,
      topicId: assignment[paper] + 1,
      score: round(clamp(reasons.score[paper])),
      runnerUpTopicId: isNear ? reasons.runnerUp[paper] + 1 : null,
      runnerUpScore: isNear ? round(clamp(reasons.runnerUpScore[paper])) : null,
      uncertain: reasons.uncertain[paper] === 1,
      x: round(place[paper * 2]),
      y: round(place[paper * 2 + 1]),
    }
  }

  *[Symbol.iterator](): Generator<Placed> {
    for (let paper = 0; paper < this.length; paper++) yield this.at(paper)
  }
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

import type { Placed, PlacedList } from '../../shared/topic.ts'

/** Rows of one column that were read together; `at`: the first of them. */
type Fill = (at: number, rows: ArrayLike<unknown>) => void

/** Of numbers that may be missing. */
const NONE = -1

/** Where papers stand as columns, one row a paper by paper id: a hundred thousand records would be most of what a report's thread holds. */
export class PlacedColumns implements PlacedList {
  readonly length: number
  readonly #paperIds: string[] = []
  readonly #topics: Int32Array
  readonly #scores: Float64Array
  /** `NONE` where there is none. */
  readonly #runnersUp: Int32Array
  readonly #runnerUpScores: Float64Array
  /** 1 or 0. */
  readonly #uncertain: Uint8Array
  readonly #x: Float64Array
  readonly #y: Float64Array

  /** `length`: how many rows `columns` will be filled with. */
  constructor(length: number) {
    this.length = length
    this.#topics = new Int32Array(length)
    this.#scores = new Float64Array(length)
    this.#runnersUp = new Int32Array(length)
    this.#runnerUpScores = new Float64Array(length)
    this.#uncertain = new Uint8Array(length)
    this.#x = new Float64Array(length)
    this.#y = new Float64Array(length)
  }

  /** Columns of `assignments.parquet` (`result-tables.ts`) → what takes their rows, those of the ids in ascending order. */
  readonly columns: Readonly<Record<string, Fill>> = {
    paper_id: (_, rows) => {
      for (let i = 0; i < rows.length; i++) this.#paperIds.push(rows[i] as string)
    },
    topic_id: (at, rows) => this.#topics.set(rows as ArrayLike<number>, at),
    score: (at, rows) => this.#scores.set(rows as ArrayLike<number>, at),
    runner_up_topic_id: (at, rows) => fillNullable(this.#runnersUp, at, rows),
    runner_up_score: (at, rows) => fillNullable(this.#runnerUpScores, at, rows),
    uncertain: (at, rows) => this.#uncertain.set(rows as ArrayLike<number>, at),
    x: (at, rows) => this.#x.set(rows as ArrayLike<number>, at),
    y: (at, rows) => this.#y.set(rows as ArrayLike<number>, at),
  }

  at(place: number): Placed {
    const runnerUp = this.#runnersUp[place]
    return {
      paperId: this.#paperIds[place],
      topicId: this.#topics[place],
      score: this.#scores[place],
      runnerUpTopicId: runnerUp === NONE ? null : runnerUp,
      runnerUpScore: runnerUp === NONE ? null : this.#runnerUpScores[place],
      uncertain: this.#uncertain[place] === 1,
      x: this.#x[place],
      y: this.#y[place],
    }
  }

  *[Symbol.iterator](): Generator<Placed> {
    for (let place = 0; place < this.length; place++) yield this.at(place)
  }
}

function fillNullable(column: Int32Array | Float64Array, at: number, rows: ArrayLike<unknown>): void {
  for (let i = 0; i < rows.length; i++) column[at + i] = (rows[i] as number | null | undefined) ?? NONE
}

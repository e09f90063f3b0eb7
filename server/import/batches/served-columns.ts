import type { ColumnNames } from '../record/columns.ts'
import { COLUMN_FIELDS, type LineShape } from './line-shapes.ts'

/** What the columns of a shape served. */
interface Served {
  shape: LineShape
  /** Field × columns of the shape + column → how often. */
  times: Int32Array
}

/** Counts which columns served which field: a number a column, since to look up names for every value takes longer than to read it. */
export class ServedColumns {
  readonly #names: ColumnNames
  readonly #shapes = new Map<LineShape, Served>()
  #now!: Served

  /** `names` learns of them. */
  constructor(names: ColumnNames) {
    this.#names = names
  }

  /** Goes on with lines of a shape. */
  begin(shape: LineShape): void {
    this.#now = this.meet(shape)
  }

  /** Learns of the names of a shape, where they are new. */
  meet(shape: LineShape): Served {
    let served = this.#shapes.get(shape)
    if (served === undefined) {
      served = { shape, times: new Int32Array(COLUMN_FIELDS.length * shape.names.length) }
      this.#shapes.set(shape, served)
      for (const name of shape.names) this.#names.fold(name)
    }
    return served
  }

  /** Says that a column of a shape has begun to serve a field. */
  begins(shape: LineShape, field: number, column: number): void {
    // Of columns that served as often, the first counts.
    this.#names.serve(COLUMN_FIELDS[field], shape.folded[column], 0)
  }

  /** Adds that it has served so many times. */
  add(shape: LineShape, field: number, column: number, times: number): void {
    this.meet(shape).times[field * shape.names.length + column] += times
  }

  /** Counts that a column (−1: none) served a field; both by their place. */
  count(field: number, column: number): void {
    if (column < 0) return
    const { shape, times } = this.#now
    const place = field * shape.names.length + column
    if (times[place]++ === 0) this.begins(shape, field, column)
  }

  /** Tells the names what was counted. */
  tell(): void {
    for (const { shape, times } of this.#shapes.values()) {
      times.forEach((count, i) => {
        if (count === 0) return
        const [field, column] = [Math.floor(i / shape.names.length), i % shape.names.length]
        this.#names.serve(COLUMN_FIELDS[field], shape.folded[column], count)
      })
    }
  }
}

import { Buffer } from 'node:buffer'
import { PAPER_FIELDS } from '../../../shared/paper.ts'
import type { ColumnField } from '../record/columns.ts'
import { FACTS, type PaperLines } from '../spool/paper-lines.ts'
import type { LineExports } from './line-module.ts'
import { COLUMN_FIELDS, MOST_COLUMNS, type LineShape } from './line-shapes.ts'
import type { ServedColumns } from './served-columns.ts'
import { BEFORE, OWN_SOURCE } from './written-fields.ts'

/** The fields that are read, in the order of `assembly/read-paper.ts`. */
const FIELDS =
  'id title abstract date lateDate year month authors authorCount organization venue doi arxiv url keywords votes comments label'.split(
    ' ',
  ) as ColumnField[]
const PLACES = FIELDS.map((field) => COLUMN_FIELDS.indexOf(field))

/** As in `assembly/shapes.ts`: places within a shape, and their room. */
const SHAPE = { plain: 0, source: 1, inferred: 2, width: 3, length: 4, used: 8, fields: 16, names: 304, served: 1328 }
const SHAPE_BYTES = SHAPE.served + 4 * FIELDS.length * MOST_COLUMNS
const FIELD_BYTES = 16
const NAME_BYTES = SHAPE.served - SHAPE.names
/** As in `assembly/room.ts`. */
const BEFORE_BYTES = 32
const MOST_PAPERS = 2048
const MOST_NEWS = 1024

/** Papers from lines of which all is written as it stands, or nearly, in WebAssembly: as `FlatPapers` would read them. */
export class WasmPaperReader {
  readonly #module: LineExports
  readonly #memory: Buffer
  readonly #facts: Int32Array
  readonly #news: Int32Array
  /** Shapes that it knows, and those that it cannot take. */
  readonly #shapes: LineShape[] = []
  readonly #seen = new Set<LineShape>()
  #isFull = false

  constructor(module: LineExports) {
    const { buffer } = module.memory
    this.#module = module
    this.#memory = Buffer.from(buffer)
    this.#facts = new Int32Array(buffer, module.facts.value, FACTS * MOST_PAPERS)
    this.#news = new Int32Array(buffer, module.news.value, MOST_NEWS)
    for (let i = 0; i < PAPER_FIELDS.length; i++) {
      this.#memory.set(BEFORE[i], module.before.value + i * BEFORE_BYTES)
      this.#memory[module.beforeLengths.value + i] = BEFORE[i].length
    }
    this.#memory.writeInt32LE(this.#memory.write(OWN_SOURCE, module.ownSource.value), module.ownSourceLength.value)
  }

  /** Lines of a shape may be taken from now on. */
  learn(shape: LineShape): void {
    if (this.#isFull || this.#seen.has(shape)) return
    this.#seen.add(shape)
    const names = Buffer.from(shape.names.map((name) => `"${name}"`).join(''), 'latin1')
    const columns = PLACES.map((place) => shape.columns[place])
    if (names.length > NAME_BYTES || columns.some(({ length }) => length >= FIELD_BYTES)) return
    const memory = this.#memory
    const start = this.#placeOf(this.#shapes.length)
    memory[start + SHAPE.plain] = Number(shape.plain)
    memory.writeInt8(shape.source, start + SHAPE.source)
    memory.writeInt8(shape.dateInferred, start + SHAPE.inferred)
    memory[start + SHAPE.width] = shape.names.length
    memory.writeInt32LE(names.length, start + SHAPE.length)
    columns.forEach((places, field) => {
      memory.set([places.length, ...places], start + SHAPE.fields + field * FIELD_BYTES)
    })
    memory.set(names, start + SHAPE.names)
    if (this.#module.addShape() === 0) this.#isFull = true
    else this.#shapes.push(shape)
  }

  /**
   * Reads papers from the lines bytes[from…end) of the batch, the first of which has this number; the place of the line that is to be read in another way, `end` or more where none is.
   * They are kept until `addTo`, and what was met on the way until `tell`.
   */
  read(from: number, end: number, number: number): number {
    return this.#module.readLines(from, end, number)
  }

  /** Adds the papers that were read; how many. */
  addTo(papers: PaperLines): number {
    const { out, texts, papersRead, outLength, textsLength } = this.#module
    const count = papersRead()
    if (count > 0) {
      const lines = this.#memory.subarray(out.value, out.value + outLength())
      papers.addLines(
        lines,
        this.#facts,
        count,
        this.#memory.toString('latin1', texts.value, texts.value + textsLength()),
      )
    }
    return count
  }

  /** Tells which names were met, and which columns served what, in their order. */
  tell(served: ServedColumns): void {
    const count = this.#module.takeNews()
    for (let i = 0; i < count; i++) {
      const news = this.#news[i]
      const shape = this.#shapes[news >> 16]
      const field = ((news >> 8) & 255) - 1
      if (field < 0) served.meet(shape)
      else served.begins(shape, PLACES[field], news & 255)
    }
  }

  /** Tells how often columns served. */
  end(served: ServedColumns): void {
    this.#shapes.forEach((shape, i) => {
      const start = this.#placeOf(i)
      if (this.#memory[start + SHAPE.used] === 0) return
      const times = new Int32Array(this.#memory.buffer, start + SHAPE.served, FIELDS.length * MOST_COLUMNS)
      shape.columns.forEach((places, place) => {
        const field = PLACES.indexOf(place)
        for (const column of places) served.add(shape, place, column, times[field * MOST_COLUMNS + column])
      })
    })
  }

  #placeOf(shape: number): number {
    return this.#module.shapes.value + shape * SHAPE_BYTES
  }
}

import type { Buffer } from 'node:buffer'
import { COLUMNS, foldName, type ColumnField } from '../record/columns.ts'

/** Shapes that are remembered: a hostile file may use new names in every line. */
const MOST = 1000
/** Bytes of a name, and names of a line, at most. */
const NAME_LENGTH = 100
export const MOST_COLUMNS = 64

export const COLUMN_FIELDS = Object.keys(COLUMNS) as ColumnField[]

/** The names of a flat record, in their order, and what is read from which. */
export class LineShape {
  /** As they are spelled, and folded. */
  readonly names: readonly string[]
  readonly folded: readonly string[]
  /** Field (place in `COLUMN_FIELDS`) → places of its columns, best first. */
  readonly columns: readonly (readonly number[])[]
  /** Whether texts hold no markup, as in what Tidemap wrote itself. */
  readonly plain: boolean
  /** Places of columns outside of the fields; −1 for none. */
  readonly source: number
  readonly dateInferred: number

  constructor(names: readonly string[]) {
    this.names = names
    this.folded = names.map(foldName)
    const places = new Map(this.folded.map((name, i) => [name, i]))
    this.columns = COLUMN_FIELDS.map((field) => COLUMNS[field].flatMap((name) => places.get(name) ?? []))
    this.plain = places.has('dateprecision') && places.has('dateinferred')
    this.source = places.get('source') ?? -1
    this.dateInferred = places.get('dateinferred') ?? -1
  }

  /** Whether each value counts by its own name alone. */
  get isPlainlyNamed(): boolean {
    return new Set(this.folded).size === this.folded.length && !this.folded.includes('abstractinvertedindex')
  }
}

/** A place between two names of a line: which may come next. */
export interface ShapeNode {
  /** The names so far. */
  readonly names: readonly string[]
  /** Each with its quotation marks, in UTF-8. */
  readonly keys: Uint8Array[]
  readonly next: ShapeNode[]
  /** The one that came last time. */
  last: number
  /** Where a line ends here; null where it has to be read in the general way, undefined where none has ended here yet. */
  shape: LineShape | null | undefined
}

/** The shapes of lines that were met: most lines have the names of the line before, and none has to be decoded then. */
export class LineShapes {
  readonly root = nodeAfter([])
  #count = 0

  /** The node after the name whose quotation mark is at `at`; null where there can be none. */
  after(node: ShapeNode, bytes: Buffer, at: number): ShapeNode | null {
    if (startsWith(bytes, at, node.keys[node.last])) return node.next[node.last]
    const known = node.keys.findIndex((key) => startsWith(bytes, at, key))
    if (known < 0) return this.#add(node, bytes, at)
    node.last = known
    return node.next[known]
  }

  #add(node: ShapeNode, bytes: Buffer, at: number): ShapeNode | null {
    const key = bytes.toString('latin1', at, at + NAME_LENGTH)
    // Names of numbers would be put first.
    const name = /^"([A-Za-z_][\w .:/()-]*)"/.exec(key)?.[1]
    if (name === undefined || this.#count === MOST || node.names.length === MOST_COLUMNS) return null
    this.#count++
    const next = nodeAfter([...node.names, name])
    node.last = node.keys.push(new TextEncoder().encode(`"${name}"`)) - 1
    node.next.push(next)
    return next
  }
}

function nodeAfter(names: readonly string[]): ShapeNode {
  return { names, keys: [], next: [], last: 0, shape: undefined }
}

/** The shape of a line that ends at a node; null where it has to be read in the general way. */
export function shapeAt(node: ShapeNode): LineShape | null {
  if (node.shape === undefined) {
    const shape = new LineShape(node.names)
    node.shape = shape.isPlainlyNamed ? shape : null
  }
  return node.shape
}

function startsWith(bytes: Uint8Array, at: number, key: Uint8Array | undefined): boolean {
  if (key === undefined) return false
  for (let i = 0; i < key.length; i++) if (bytes[at + i] !== key[i]) return false
  return true
}

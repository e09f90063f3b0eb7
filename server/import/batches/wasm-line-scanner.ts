import { Buffer } from 'node:buffer'
import type { LineExports } from './line-module.ts'
import { MOST_ITEMS, type FoundLine, type LineScanner } from './line-scanner.ts'
import { MOST_COLUMNS, shapeAt, type LineShape, type LineShapes } from './line-shapes.ts'
import { WasmPaperReader } from './wasm-paper-reader.ts'

/** What `readLine` of the module says. */
const [GENERAL, SAME_NAMES] = [-1, 0]
const LF = 10

/** The scanner in WebAssembly: sixteen bytes at a time, and compiled in less time than the other takes to become quick. */
export class WasmLineScanner implements LineScanner {
  readonly found: FoundLine
  readonly papers: WasmPaperReader
  /** Bytes of a batch at most. */
  readonly room: number
  readonly #module: LineExports
  readonly #shapes: LineShapes
  /** The batch in the memory of the module. */
  readonly #bytes: Buffer
  readonly #nameStarts: Int32Array
  /** That of the line before. */
  #shape: LineShape | null = null

  constructor(module: LineExports, shapes: LineShapes) {
    const { buffer } = module.memory
    const columns = ({ value }: { value: number }): Int32Array => new Int32Array(buffer, value, MOST_COLUMNS)
    this.found = {
      kinds: new Uint8Array(buffer, module.kinds.value, MOST_COLUMNS),
      starts: columns(module.starts),
      ends: columns(module.ends),
      marks: new Uint8Array(buffer, module.textMarks.value, MOST_COLUMNS),
      itemStarts: new Int32Array(buffer, module.itemStarts.value, MOST_ITEMS),
      itemEnds: new Int32Array(buffer, module.itemEnds.value, MOST_ITEMS),
      itemMarks: new Uint8Array(buffer, module.itemMarks.value, MOST_ITEMS),
    }
    this.room = module.ROOM.value
    this.papers = new WasmPaperReader(module)
    this.#module = module
    this.#shapes = shapes
    this.#bytes = Buffer.from(buffer, module.bytes.value, module.ROOM.value + 1)
    this.#nameStarts = columns(module.nameStarts)
  }

  /** `bytes`: no more than there is room for. */
  begin(bytes: Buffer): void {
    this.#bytes.set(bytes)
    // Its last line may lack one.
    this.#bytes[bytes.length] = LF
    this.#module.begin()
  }

  read(from: number, end: number): LineShape | null {
    const said = this.#module.readLine(from, end)
    if (said === GENERAL) return null
    if (said !== SAME_NAMES) this.#shape = this.#shapeOfNames(this.#module.columnCount())
    return this.#shape
  }

  #shapeOfNames(count: number): LineShape | null {
    let node = this.#shapes.root
    for (let column = 0; column < count; column++) {
      const next = this.#shapes.after(node, this.#bytes, this.#nameStarts[column])
      if (next === null) return null
      node = next
    }
    return shapeAt(node)
  }
}

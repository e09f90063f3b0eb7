import type { Buffer } from 'node:buffer'
import { lineExports, type LineModule } from './line-module.ts'
import type { LineScanner } from './line-scanner.ts'
import { LineShapes } from './line-shapes.ts'
import { PlainLineScanner } from './plain-line-scanner.ts'
import { WasmLineScanner } from './wasm-line-scanner.ts'
import type { WasmPaperReader } from './wasm-paper-reader.ts'

/** The scanners of a thread, which remember the shapes of lines for the next batch. */
export class LineScanners {
  readonly #plain: PlainLineScanner
  readonly #wasm: WasmLineScanner | null

  /** `module`: null for TypeScript alone. */
  constructor(module: LineModule | null) {
    const shapes = new LineShapes()
    this.#plain = new PlainLineScanner(shapes)
    const exports = module === null ? null : lineExports(module)
    this.#wasm = exports === null ? null : new WasmLineScanner(exports, shapes)
  }

  /** What has read most papers by itself; null where nothing does. */
  get papers(): WasmPaperReader | null {
    return this.#wasm?.papers ?? null
  }

  /** The one for a batch, which has begun with it. */
  begin(bytes: Buffer): LineScanner {
    const scanner = this.#wasm !== null && bytes.length <= this.#wasm.room ? this.#wasm : this.#plain
    scanner.begin(bytes)
    return scanner
  }
}

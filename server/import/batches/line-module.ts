/** Compiled code (`assembly`). */
export type LineModule = object

/** What `assembly/index.ts` exports. */
export interface LineExports {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly ROOM: Place
  readonly bytes: Place
  readonly kinds: Place
  readonly starts: Place
  readonly ends: Place
  readonly textMarks: Place
  readonly nameStarts: Place
  readonly nameEnds: Place
  readonly itemStarts: Place
  readonly itemEnds: Place
  readonly itemMarks: Place
  readonly facts: Place
  readonly out: Place
  readonly texts: Place
  readonly news: Place
  readonly shapes: Place
  readonly before: Place
  readonly beforeLengths: Place
  readonly ownSource: Place
  readonly ownSourceLength: Place
  begin: () => void
  readLine: (from: number, end: number) => number
  columnCount: () => number
  readLines: (from: number, end: number, line: number) => number
  papersRead: () => number
  outLength: () => number
  textsLength: () => number
  addShape: () => number
  takeNews: () => number
}

/** A number of the module: bytes, or the address of an array. */
interface Place {
  readonly value: number
}

/** The part of the WebAssembly interface that is used here; Node has it, the types of Node do not. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    Instance: new (module: LineModule) => { readonly exports: LineExports }
  }
}

/** What the module exports, with memory of its own; null where there is none: its addresses are taken at once, and a limit of these (`ulimit -v`) may forbid it. */
export function lineExports(module: LineModule): LineExports | null {
  try {
    return new WebAssembly.Instance(module).exports
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

import type { Arena } from './arena.ts'

/** The numbers of `ReaderState` in `assembly/text/reader-state.ts`, in their order. */
const NAMES = [
  'bytes',
  'at',
  'end',
  'titleUnits',
  'titleLength',
  'abstractUnits',
  'abstractLength',
  'kinds',
  'signs',
  'slots',
  'mask',
  'pool',
  'wordStarts',
  'words',
  'forms',
  'flags',
  'tokens',
  'papers',
  'paperCount',
  'keys',
  'keyEnds',
  'phase',
  'mostWords',
  'mostUnits',
  'titleCurly',
  'abstractCurly',
  'cleanUnits',
] as const
type Name = (typeof NAMES)[number]

const PLACES = Object.fromEntries(NAMES.map((name, place) => [name, place])) as Record<Name, number>

/** What a reader of lines works with, as the module and TypeScript both see it. */
export class ReaderState {
  readonly place: number
  readonly #numbers: Uint32Array

  constructor(arena: Arena) {
    const numbers = arena.int32(NAMES.length)
    this.place = numbers.byteOffset
    this.#numbers = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length)
  }

  get(name: Name): number {
    return this.#numbers[PLACES[name]]
  }

  set(values: Partial<Record<Name, number>>): void {
    for (const [name, value] of Object.entries(values)) this.#numbers[PLACES[name as Name]] = value
  }
}

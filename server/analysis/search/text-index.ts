import type { Paper } from '../../../shared/paper.ts'

/** The words of a collection with their places, ready to answer queries. Papers are numbered in order of id (code point). */
export interface TextIndex {
  /** Ids of the papers, sorted by code point; a paper's number is its place here. */
  readonly ids: readonly string[]
}

/** Builds the index of papers sorted by id. */
export function buildTextIndex(_papers: readonly Paper[]): TextIndex {
  throw new Error('not written yet')
}

/** The index as bytes for a file; `readTextIndex` takes them back. */
export function writeTextIndex(_index: TextIndex): Uint8Array {
  throw new Error('not written yet')
}

/** Reads what `writeTextIndex` wrote; throws on anything else. */
export function readTextIndex(_bytes: Uint8Array): TextIndex {
  throw new Error('not written yet')
}

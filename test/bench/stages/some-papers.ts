import { createRandom, sample } from '../../../server/analysis/math/random.ts'
import type { DataFolder } from '../measure/data-folder.ts'
import { SEED } from './stage.ts'

/** Papers that are laid out by two programs. */
export const SOME = 10_000

/** The vectors (n × dimensions) and topics of 10,000 papers, or of all where there are fewer. */
export function somePapers(data: DataFolder): {
  n: number
  dimensions: number
  vectors: Int16Array
  topics: Int32Array
} {
  const [dimensions] = data.int32('dimensions')
  const [all, topics] = [data.int16('vectors'), data.int32('topics')]
  const rows = sample(topics.length, SOME, createRandom(SEED, 930))
  const vectors = new Int16Array(rows.length * dimensions)
  rows.forEach((row, i) => vectors.set(all.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions))
  return { n: rows.length, dimensions, vectors, topics: rows.map((row) => topics[row]) }
}

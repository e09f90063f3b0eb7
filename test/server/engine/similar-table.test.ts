import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, it } from 'vitest'
import { SIMILAR_PAPERS, SIMILAR_TERMS } from '../../../server/analysis/map/similar-papers.ts'
import { similarParts } from '../../../server/engine/similar-table.ts'
import { similarTable } from '../../support/similar-table.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** Every paper but each seventh is similar to the one before it. */
function similarOf(n: number) {
  const papers = new Int32Array(n * SIMILAR_PAPERS).fill(-1)
  const scores = new Float32Array(papers.length)
  const terms = new Int32Array(papers.length * SIMILAR_TERMS).fill(-1)
  for (let paper = 1; paper < n; paper++) {
    if (paper % 7 === 0) continue
    papers[paper * SIMILAR_PAPERS] = paper - 1
    scores[paper * SIMILAR_PAPERS] = (paper % 100) / 100
    terms[paper * SIMILAR_PAPERS * SIMILAR_TERMS] = paper % 2
  }
  return { papers, scores, terms, names: ['tide', 'dünung'] }
}

it.each([
  ['of one part', 300, 1],
  ['of several', 25_000, 3],
])('a table %s is read as one', async (_, n, count) => {
  const ids = Array.from({ length: n }, (_unused, i) => `"${i}" é`)
  const similar = similarOf(n)
  const parts = [...similarParts(ids, similar)]
  expect(parts).toHaveLength(count)
  expect(parts.flatMap((part) => part.ids)).toEqual(ids)
  const file = join(tempFolder(), 'similar.parquet')
  writeFileSync(file, Buffer.concat([...similarTable(ids, similar)]))
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect()
  const read = await duckdb.runAndReadAll('select paper_id, json from read_parquet($1)', [file])
  duckdb.closeSync()
  const expected = ids.flatMap((id, paper) => {
    if (paper === 0 || paper % 7 === 0) return []
    const json = [{ paperId: ids[paper - 1], score: (paper % 100) / 100, terms: [similar.names[paper % 2]] }]
    return [[id, JSON.stringify(json)]]
  })
  expect(read.getRows()).toEqual(expected)
})

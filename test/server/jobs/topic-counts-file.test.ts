import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { topicCounts } from '../../../server/analysis/search/count-terms.ts'
import { TEXT_INDEX_VERSION } from '../../../server/analysis/search/text-index-file.ts'
import { buildTextIndex } from '../../../server/analysis/search/text-index.ts'
import { answerSearch, type SearchSources } from '../../../server/jobs/search/answer-search.ts'
import { ScopeCache } from '../../../server/jobs/search/scope-cache.ts'
import { encodeMap, type MapColumns } from '../../../shared/map.ts'
import { paper } from '../../support/fake-readers.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const WORDS = ['reef coral', 'violin tempo', 'coral tide']
const papers = Array.from({ length: 60 }, (_, i) => paper({ id: `p${100 + i}`, title: WORDS[i % 3] }))
const TOPICS = [1, 2].map((id) => ({ id, label: `topic ${id}`, themeId: 1, themeLabel: 'theme' }))

/** A search process that begins anew over the index `file`, and the analysis that it is asked about. */
function open(folder: string, file: string) {
  const index = buildTextIndex(papers)
  const scopes = new ScopeCache()
  const sources: SearchSources = {
    index: async () => index,
    scope: (source, of, path) => scopes.get(source, of, path),
    lists: { get: async () => null },
  }
  const analysis = { map: join(folder, 'map.bin'), topics: TOPICS, ignored: [] }
  return {
    load: () => answerSearch({ type: 'load', file, analysis }, sources),
    contrast: () => answerSearch({ type: 'contrast', file, analysis, a: 'topic:1', b: 'rest', most: 9 }, sources),
    counts: async () => topicCounts(index, (await scopes.get(analysis, index, file)).topicOf),
  }
}

test('what was counted in topics is there at the next start, unless the papers are others', async () => {
  const folder = tempFolder()
  const n = papers.length
  const map: MapColumns = {
    n,
    x: new Float32Array(n),
    y: new Float32Array(n),
    day: new Int32Array(n),
    topic: Uint16Array.from(papers, (_, i) => 1 + (i % 2)),
    runnerUp: new Uint16Array(n),
    flags: new Uint8Array(n),
    ids: papers.map(({ id }) => id),
  }
  writeFileSync(join(folder, 'map.bin'), encodeMap(map, new TextEncoder()))

  const first = open(folder, '/x/c_1-3.6.bin')
  expect(await first.counts()).toBeNull()
  expect(readdirSync(folder)).toEqual(['map.bin'])
  await first.load()
  const counts = await first.counts()
  const name = `terms-3.${TEXT_INDEX_VERSION}.columns`
  expect(readdirSync(folder).toSorted()).toEqual(['map.bin', name])

  const second = open(folder, '/x/c_1-3.6.bin')
  expect(await second.counts()).toEqual(counts)
  expect(await second.contrast()).toEqual(await first.contrast())
  expect(await open(folder, '/x/c_1-4.6.bin').counts()).toBeNull()
  // Gone, it is counted and kept once more.
  rmSync(join(folder, name))
  const third = open(folder, '/x/c_1-3.6.bin')
  await third.load()
  expect(await third.counts()).toEqual(counts)
  expect(readdirSync(folder)).toContain(name)
})

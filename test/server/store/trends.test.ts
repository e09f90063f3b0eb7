import { expect, test } from 'vitest'
import { findAnalysis } from '../../../server/store/analyses.ts'
import { readTrends, trendsOf } from '../../../server/store/trends.ts'
import { jsonLines } from '../../support/fake-readers.ts'
import { openTestApi } from '../../support/test-api.ts'

async function open() {
  const api = await openTestApi()
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  const papers = Array.from({ length: 40 }, (_, i) => ({ id: `p${i}`, date: `20${10 + (i % 9)}` }))
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines(papers))
  const { analysisId } = await api.ended((await api.json('POST', `/api/collections/${id}/analyses`)).id)
  return { api, collectionId: id as string, analysisId: analysisId! }
}

test('trends as bytes are what they are when they are read and written anew', async () => {
  const { api, analysisId } = await open()
  for (const phrases of [0, 1, 100]) {
    const read = await api.store.database.read(async (session) =>
      trendsOf(session, await findAnalysis(session, analysisId), phrases),
    )
    expect(read.items.length).toBeGreaterThan(0)
    const bytes = await readTrends(api.store, analysisId, phrases)
    expect(Buffer.from(bytes).toString('utf8')).toBe(JSON.stringify(read))
    // Made once.
    expect(await readTrends(api.store, analysisId, phrases)).toBe(bytes)
  }
  const answer = await api.request('GET', `/api/analyses/${analysisId}/trends`)
  expect(answer.headers.get('content-type')).toBe('application/json')
})

test('trends go with their collection', async () => {
  const { api, collectionId, analysisId } = await open()
  const path = `/api/analyses/${analysisId}/trends`
  expect((await api.request('GET', path)).status).toBe(200)
  expect((await api.request('DELETE', `/api/collections/${collectionId}`)).status).toBe(204)
  expect((await api.request('GET', path)).status).toBe(404)
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { beforeAll, expect, test } from 'vitest'
import { prepare } from '../../../server/bin/prepare.mjs'
import { listCollections, readCollection } from '../../../server/store/collections.ts'
import { openStore } from '../../../server/store/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

beforeAll(() => prepare({ parts: ['server'] }), 240_000)

const PAPERS = 300
const ROUNDS = 6

/** Imports without end, and says the id of a collection once its import is acknowledged. */
const script = (folder: string): string => {
  const module = (name: string): string =>
    JSON.stringify(new URL(`../../../dist/server/store/${name}.js`, import.meta.url).href)
  return `
    import { writeFileSync } from 'node:fs'
    import { openStore } from ${module('store')}
    import { createCollection } from ${module('collections')}
    import { addImport } from ${module('imports')}
    const store = await openStore(${JSON.stringify(folder)}, { memoryMb: 256 })
    console.log('open')
    const receipt = { format: 'x', encoding: 'x', records: ${PAPERS}, papers: ${PAPERS}, rejected: [], duplicates: 0,
      titlesOnly: 0, inferredDates: 0, from: null, to: null, fields: {} }
    for (;;) {
      const { id } = await createCollection(store, Math.random().toString(), 'now')
      const papers = store.stagingPath('.papers')
      const rows = Array.from({ length: ${PAPERS} }, (_, i) => ({ id: 'p' + i, title: 't'.repeat(500), key: 'sha:' + i, dateInferred: false }))
      writeFileSync(papers, rows.map((row) => JSON.stringify(row)).join('\\n'))
      await addImport(store, { collectionId: id, filename: 'f', added: papers, updated: null, receipt, now: 'now' })
      console.log(id)
    }`
}

test(
  'kill −9 at any moment loses nothing that was acknowledged and leaves nothing half',
  { timeout: 120_000 },
  async () => {
    const folder = tempFolder()
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script(folder)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const lines = createInterface({ input: child.stdout })
      lines.on('line', (line) => line !== 'open' && acknowledged.push(line))
      await once(lines, 'line')
      // Each round kills later, but never before something was acknowledged.
      for (const before = acknowledged.length; acknowledged.length < before + 2;) await once(lines, 'line')
      await new Promise((resolve) => setTimeout(resolve, 60 * round))
      child.kill('SIGKILL')
      await once(child, 'close')
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS)
    const store = await openStore(folder, { memoryMb: 256 })
    for (const id of acknowledged)
      expect(await readCollection(store, id)).toMatchObject({ papers: PAPERS, imports: [{}] })
    const { items, total } = await listCollections(store, { limit: 500 })
    const counts = await store.database.read((session) =>
      session.all<{ id: string; n: number }>(
        'SELECT "collectionId" AS id, count(*)::INTEGER AS n FROM papers GROUP BY 1',
      ),
    )
    for (const { n } of counts) expect(n).toBe(PAPERS)
    // A kill may fall between a COMMIT and its acknowledgement, and between a collection and its import.
    expect(items.filter(({ papers }) => papers === PAPERS).length).toBe(counts.length)
    expect(total - acknowledged.length).toBeLessThanOrEqual(ROUNDS)
    await store.close()
  },
)

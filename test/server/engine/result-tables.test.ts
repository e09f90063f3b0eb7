import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPlaced, readReasons } from '../../../server/engine/read-result.ts'
import { assignmentTable } from '../../../server/engine/result-tables.ts'
import type { Assignment } from '../../../shared/topic.ts'
import { tempFolder } from '../../support/temp-folder.ts'

it('a table of many rows comes in pieces, which are read back as they were', async () => {
  // Terms that cannot be packed, so that there are several pieces.
  let state = 1
  const random = (): number => (state = (state * 48_271) % 2_147_483_647)
  const term = (): string => Buffer.from(Int32Array.from({ length: 60 }, random).buffer).toString('base64')
  const assignments = Array.from({ length: 5000 }, (_, i): Assignment => ({
    paperId: `p${i}`,
    topicId: i % 7,
    score: (i % 1000) / 1000,
    runnerUpTopicId: i % 3 === 0 ? null : 2,
    runnerUpScore: i % 3 === 0 ? null : 0.125,
    uncertain: i % 5 === 0,
    x: -i / 8,
    y: i / 3,
    reasons: Array.from({ length: i % 6 }, (_, j) => ({ term: `"${term()}"`, share: j / 1000 })),
  }))
  const pieces = [
    ...assignmentTable(
      assignments,
      assignments.map(({ reasons }) => JSON.stringify(reasons)),
    ),
  ]
  expect(pieces.length).toBeGreaterThan(1)
  const dir = tempFolder()
  writeFileSync(join(dir, 'assignments.parquet'), Buffer.concat(pieces))
  const placed = await readPlaced(dir)
  expect(placed.length).toBe(assignments.length)
  expect([...placed]).toEqual(assignments.map(({ reasons: _, ...placed }) => placed))
  const reasons: string[] = []
  for await (const group of readReasons(dir)) for (const text of group) reasons.push(Buffer.from(text).toString())
  expect(reasons).toEqual(assignments.map((one) => JSON.stringify(one.reasons)))
})

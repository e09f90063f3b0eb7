import { expect, it } from 'vitest'
import { tempFolder } from '../../support/temp-folder.ts'
import { capturedVariance } from './captured-variance.ts'
import { DataFolder } from './data-folder.ts'
import { neighbourhoodPurity } from './purity.ts'
import { REPEATS, repeat, SHORT_SECONDS } from './repeat.ts'

it('counts neighbours of the same topic', () => {
  // Two heaps of twenty, far apart.
  const place = Array.from({ length: 40 }, (_, i) => [i < 20 ? 0 : 100, i % 20]).flat()
  const heaps = Array.from({ length: 40 }, (_, i) => (i < 20 ? 0 : 1))
  expect(neighbourhoodPurity(place, heaps)).toBe(1)
  const alternating = Array.from({ length: 40 }, (_, i) => i % 2)
  const mixed = neighbourhoodPurity(place, alternating)
  expect(mixed).toBeGreaterThan(0.35)
  expect(mixed).toBeLessThan(0.55)
  expect(neighbourhoodPurity([0, 0], [0])).toBe(1)
})

it('gives the part of the squares that scores keep', () => {
  expect(capturedVariance([3, 0], [3, 4])).toBeCloseTo(9 / 25)
})

it('repeats what is short', async () => {
  expect(await repeat((run) => Promise.resolve(run + 1))).toEqual([1, 2, 3].slice(0, REPEATS))
  expect(await repeat(() => Promise.resolve(SHORT_SECONDS))).toEqual([SHORT_SECONDS])
})

it('keeps numbers as they are', () => {
  const data = new DataFolder(tempFolder())
  const matrix = {
    rows: 2,
    columns: 3,
    starts: Int32Array.of(0, 1, 3),
    indices: Int32Array.of(2, 0, 1),
    values: Float32Array.of(0.5, 1, 2),
  }
  data.saveMatrix('m', matrix)
  expect(data.matrix('m')).toEqual(matrix)
  const view = Float32Array.of(9, 8, 7).subarray(1)
  data.save('view', view)
  expect([...data.float32('view')]).toEqual([8, 7])
})

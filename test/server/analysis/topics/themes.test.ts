import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { adjustedRandIndex } from '../../../../server/analysis/topics/agreement.ts'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { groupIntoThemes } from '../../../../server/analysis/topics/themes.ts'
import { wholeVectors } from '../../../support/whole-vectors.ts'

const DIMENSIONS = 12

/** Topics around the directions of their groups, one paper each; all have a large part in common, as papers of one field do. */
function planted(groups: readonly number[], spread = 0.25): { groupOf: Int32Array; themeOf: Int32Array } {
  const random = createRandom(5)
  const groupOf = Int32Array.from(groups.flatMap((size, group) => Array.from({ length: size }, () => group)))
  const k = groupOf.length
  const vectors = new Float32Array(k * DIMENSIONS)
  for (let topic = 0; topic < k; topic++) {
    const row = vectors.subarray(topic * DIMENSIONS, (topic + 1) * DIMENSIONS)
    for (let d = 0; d < DIMENSIONS; d++) row[d] = (d === 0 ? 1.5 : 0) + (spread / 2) * random.normal()
    row[1 + groupOf[topic]] += 1
    const length = Math.hypot(...row)
    for (let d = 0; d < DIMENSIONS; d++) row[d] /= length
  }
  const all = Int32Array.from({ length: k }, (_, i) => i)
  const latent = { vectors: wholeVectors(vectors), rows: k, dimensions: DIMENSIONS }
  return { groupOf, themeOf: groupIntoThemes(plainKernels, latent, all, all, k, 1) }
}

const sizes = (themeOf: Int32Array): number[] => {
  const counts: number[] = []
  for (const theme of themeOf) counts[theme] = (counts[theme] ?? 0) + 1
  return counts
}

describe('themes', () => {
  it('are the groups that were planted', () => {
    const { groupOf, themeOf } = planted([5, 5, 4, 6, 3])
    expect(adjustedRandIndex(groupOf, themeOf)).toBe(1)
  })

  it('never hold more than half of the topics where most are alike', () => {
    for (const groups of [
      [20, 1, 1, 1, 2],
      [5, 1],
      [7, 2, 1],
      [40, 3, 3],
    ]) {
      const { themeOf } = planted(groups, 0.5)
      expect(Math.max(...sizes(themeOf))).toBeLessThanOrEqual(themeOf.length / 2)
    }
  })

  it.each([
    [1, 1],
    [3, 3],
    [4, 2],
    [9, 3],
    [26, 6],
    [80, 9],
    [300, 12],
  ])('of %i topics are at most %i, numbered by their first topic', (topics, most) => {
    const { themeOf } = planted([Math.ceil(topics / 2), Math.floor(topics / 2)], 1)
    const seen = [...new Set(themeOf)]
    expect(seen).toEqual(seen.map((_, i) => i))
    expect(seen.length).toBeLessThanOrEqual(most)
    expect(seen.length).toBeGreaterThanOrEqual(Math.min(2, topics))
  })

  it('take topics that are all the same', () => {
    const vectors = new Float32Array(9 * 2).fill(Math.SQRT1_2)
    const all = Int32Array.from({ length: 9 }, (_, i) => i)
    const latent = { vectors: wholeVectors(vectors), rows: 9, dimensions: 2 }
    expect(Math.max(...sizes(groupIntoThemes(plainKernels, latent, all, all, 9, 1)))).toBeLessThanOrEqual(5)
  })
})

import { expect, it } from 'vitest'
import { driftText } from '../../../server/report/drift-text.ts'

const drift = (entered: string[], left: string[]) => ({ entered, left, stretches: [] })

it('says what entered and what left, and nothing where nothing did', () => {
  expect(driftText(drift(['wombat', 'emu'], ['dodo']))).toBe('Entered: wombat, emu; left: dodo.')
  expect(driftText(drift([], ['dodo']))).toBe('Left: dodo.')
  expect(driftText(drift([], []))).toBeNull()
  expect(driftText(null)).toBeNull()
  expect(driftText(drift('abcdefgh'.split(''), []))).toBe('Entered: a, b, c, d, e, f and 2 more.')
})

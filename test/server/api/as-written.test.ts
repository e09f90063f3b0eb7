import { expect, it } from 'vitest'
import { asWritten } from '../../../server/api/as-written.ts'

it('gives names back in the way that records write them, the commonest first', () => {
  const written = ['JEP/TALN/RECITAL', 'AMTA', 'amta', 'L’École d’été']
  expect(asWritten(['amta', 'jep TALN recital', 'l école d été', 'findings'], written)).toEqual([
    'AMTA',
    'JEP/TALN/RECITAL',
    'L’École d’été',
    'findings',
  ])
})

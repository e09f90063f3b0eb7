import { expect, it } from 'vitest'
import { REASONS } from '../../../server/analysis/paper-reasons.ts'
import { reasonTexts } from '../../../server/engine/reason-texts.ts'

/** Reasons of papers as the analysis keeps them. */
function columnsOf(names: readonly string[], lists: readonly (readonly [column: number, thousandths: number])[][]) {
  const columns = new Int32Array(lists.length * REASONS).fill(-1)
  const shares = new Uint16Array(columns.length)
  lists.forEach((list, paper) =>
    list.forEach(([column, share], i) => {
      columns[paper * REASONS + i] = column
      shares[paper * REASONS + i] = share
    }),
  )
  return { names, columns, shares }
}

const textsOf = (...made: Parameters<typeof columnsOf>): string[] =>
  Array.from(reasonTexts(columnsOf(...made)), (json) => Buffer.from(json).toString())

it('writes what JSON would: terms in quotation marks, shares in thousandths, none for who has none', () => {
  const names = ['never a reason', 'café "noir"', 'coral\\reef']
  expect(
    textsOf(names, [
      [
        [1, 500],
        [2, 1],
      ],
      [],
      [[2, 1000]],
    ]),
  ).toEqual([
    JSON.stringify([
      { term: names[1], share: 0.5 },
      { term: names[2], share: 0.001 },
    ]),
    '[]',
    JSON.stringify([{ term: names[2], share: 1 }]),
  ])
})

it('keeps what it gave when the bytes behind it are full, and takes terms longer than those', () => {
  const names = ['short', 'long '.repeat(400_000)]
  const lists = Array.from({ length: 40_000 }, (_, i): [number, number][] => [[i === 39_000 ? 1 : 0, i % 1001]])
  expect(textsOf(names, lists)).toEqual(
    lists.map(([[column, share]]) => JSON.stringify([{ term: names[column], share: share / 1000 }])),
  )
})

import { expect, it } from 'vitest'
import { FormTable } from '../../../../server/analysis/text/form-table.ts'
import { wordTexts } from '../../../../server/analysis/text/word-list.ts'

/** A table of these words, and the number of each. */
function tableOf(words: readonly string[]): { table: FormTable; numbers: number[] } {
  const table = new FormTable()
  return { table, numbers: words.map((word) => table.numberOfText(word)) }
}

const MANY = Array.from({ length: 30_000 }, (_, i) => `wörd-${(i * 7919) % 20_000}`)

it('numbers words in the order in which they are first met', () => {
  const { table, numbers } = tableOf(['loss', 'margin', 'loss', '', '損失', 'margin'])
  expect(numbers).toEqual([0, 1, 0, 2, 3, 1])
  expect(wordTexts(table.words())).toEqual(['loss', 'margin', '', '損失'])
})

it('joins tables as if one had read all', () => {
  const { table, numbers } = tableOf(MANY)
  const joined = new FormTable()
  const parts = [MANY.slice(0, 500), [], MANY.slice(500, 501), MANY.slice(501)].map(tableOf)
  const found = parts.flatMap((part) => {
    const own = joined.join(part.table.words())
    return part.numbers.map((number) => own[number])
  })
  expect(found).toEqual(numbers)
  expect(wordTexts(joined.words())).toEqual([...new Set(MANY)])
  expect(joined.words()).toEqual(table.words())
})

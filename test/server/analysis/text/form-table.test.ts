import { expect, test } from 'vitest'
import { FormTable } from '../../../../server/analysis/text/form-table.ts'

/** More words than a table has room for at first. */
const MANY = Array.from({ length: 20_000 }, (_, i) => `word${i}`)

function tableOf(words: readonly string[]): FormTable {
  const table = new FormTable()
  for (const word of words) table.numberOf(word, 0, word.length)
  return table
}

test('a table that takes in more words than it has room for keeps all of them', () => {
  const table = tableOf(['word7', 'other'])
  const numbers = table.join(tableOf(MANY).words())
  expect(numbers[7]).toBe(0)
  expect(table.length).toBe(MANY.length + 1)
  const texts = table.texts()
  expect(MANY.every((word, i) => texts[numbers[i]] === word)).toBe(true)
})

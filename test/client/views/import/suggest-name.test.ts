import { expect, it } from 'vitest'
import { nameOfFile } from '../../../../client/views/import/suggest-name.ts'

it.each([
  ['my_papers-2024.jsonl.gz', 'my papers 2024'],
  ['export.csv', 'export'],
  ['.csv', '.csv'],
  ['Zotero library', 'Zotero library'],
])('names a collection after its file: %s', (file, name) => {
  expect(nameOfFile(file)).toBe(name)
})

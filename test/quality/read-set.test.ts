import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'
import { readSet } from './read-set.ts'

async function read(name: string, text: string) {
  const path = join(tempFolder(), name)
  writeFileSync(path, text)
  return readSet(name, path)
}
const jsonLines = (...records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('')

it('keeps every record that has text, and counts what an import would merge', async () => {
  const set = await read(
    'news.jsonl',
    jsonLines(
      { title: 'Re: tides', abstract: 'High water at noon.', label: 1 },
      { title: 'Re: tides', abstract: 'Low water at six.', label: 0 },
      { title: 'Violins', abstract: 'A sonata.', label: 1 },
      { title: 'Glaciers', label: null },
    ),
  )
  expect(set.papers).toHaveLength(4)
  expect(new Set(set.papers.map(({ id }) => id)).size).toBe(4)
  expect(set.duplicates).toBe(1)
  expect(set.labels).toEqual(['0', '1'])
  const classOf = new Map(set.papers.map(({ title, abstract }, i) => [abstract ?? title, set.classes[i]]))
  expect(classOf).toEqual(
    new Map([
      ['High water at noon.', 1],
      ['Low water at six.', 0],
      ['A sonata.', 1],
      ['Glaciers', -1],
    ]),
  )
})

it('reads texts without a title, and records with a date that is none', async () => {
  const set = await read(
    'reviews.jsonl',
    jsonLines(
      { title: null, abstract: 'A film about the sea.', label: 'good' },
      { abstract: 'A film about a violin.', label: 'bad' },
      { title: 'A film', abstract: 'About ice.', date: 'some day', label: 'bad' },
      { title: null, abstract: null, label: 'bad' },
    ),
  )
  expect(set).toMatchObject({ untitled: 2, unreadable: 1, duplicates: 0, labels: ['bad', 'good'] })
  const untitled = set.papers.filter(({ abstract }) => abstract?.startsWith('A film about'))
  // A title of ours may bring no word into the text.
  expect(untitled.map(({ title }) => /[\p{L}\p{N}]/u.test(title))).toEqual([false, false])
})

it('gives ids in the order that an analysis wants, whatever the order of the rows', async () => {
  const { papers } = await read('ids.csv', 'id,title,label\nb,Sea,x\na,Ice,y\nb,Choir,x\n')
  expect(papers.map(({ id }) => id)).toEqual(['a', 'b', 'b~2'])
})

it('refuses a file without any text', async () => {
  await expect(read('empty.jsonl', jsonLines({ title: null }, { title: '' }))).rejects.toThrow('no text in 2 records')
})

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blocksFile, writeBlocks } from '../../../server/store/record-blocks.ts'
import { RecordFile } from '../../../server/store/record-file.ts'
import { compareCodePoints } from '../../../shared/paper.ts'
import { tempFolder } from '../../support/temp-folder.ts'

interface Word {
  id: string
  text: string
}

async function write(records: readonly Word[]) {
  const path = join(tempFolder(), 'words.jsonl')
  const sorted = records.toSorted((a, b) => compareCodePoints(a.id, b.id))
  writeFileSync(path, sorted.map((record) => `${JSON.stringify(record)}\n`).join(''))
  await writeBlocks(path)
  return { path, file: (await RecordFile.open(path))! }
}

const ODD_KEYS = ['', ' ', '"', '\\', 'a"b', '\n', 'é', 'ﬀ', '😀', '10.1000/x', '\u0001', ':"', '0', 'zz']

test('finds each record by its key, whatever the keys and sizes, and no other', async () => {
  // Larger than what is read at once, and some larger than a block.
  const records = Array.from({ length: 3000 }, (_, i) => ({
    id: `k${i * 7}`,
    text: 'x'.repeat(i % 500 === 0 ? 40_000 + i : (i * 37) % 900),
  }))
  records.push(...ODD_KEYS.map((id) => ({ id, text: `odd: ${id}` })))
  const { file } = await write(records)
  for (let i = 0; i < records.length; i += 100) {
    const wanted = records.slice(i, i + 100)
    const found = await file.find<Word>([...wanted.map(({ id }) => id), 'k1', '~', 'k20999999'])
    expect([...found!.keys()].toSorted()).toEqual(wanted.map(({ id }) => id).toSorted())
    for (const record of wanted) expect(found!.get(record.id)).toEqual(record)
  }
})

test('a file without records, and one that has gone', async () => {
  const { file } = await write([])
  expect(await file.find(['a'])).toEqual(new Map())
  const gone = await write([{ id: 'a', text: 'x' }])
  rmSync(gone.path)
  expect(await gone.file.find(['a'])).toBeNull()
  expect(await gone.file.at(Float64Array.of(0, 1), [0])).toBeNull()
})

test.skipIf(process.platform === 'win32')('a file that goes while it is read is read to its end', async () => {
  const records = ['a', 'b', 'c'].map((id) => ({ id, text: `text of ${id}` }))
  const { file, path } = await write(records)
  const size = JSON.stringify(records[0]).length + 1
  const starts = Float64Array.of(0, size, 2 * size, 3 * size)
  expect(await file.at(starts, [2, 0])).toEqual([records[2], records[0]])
  rmSync(path)
  expect(await file.at(starts, [1])).toEqual([records[1]])
  await expect(file.at(Float64Array.of(0, 9 * size), [0])).rejects.toThrow('file cut short')
  rmSync(blocksFile(path))
  expect(await RecordFile.open(path)).toBeNull()
})

test('a record that ends where a piece of the file ends is found, as is the next', async () => {
  const overhead = JSON.stringify({ id: 'a', text: '' }).length + 1
  const { file } = await write([
    { id: 'a', text: 'x'.repeat((1 << 20) - overhead) },
    { id: 'b', text: 'y'.repeat((1 << 20) - overhead) },
    { id: 'c', text: 'z' },
  ])
  const found = await file.find<Word>(['c', 'b', 'a'])
  expect(['a', 'b', 'c'].map((id) => found!.get(id)!.text[0])).toEqual(['x', 'y', 'z'])
})

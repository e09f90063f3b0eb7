import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ColumnFile, writeColumns } from '../../../server/store/column-file.ts'
import { findLineStarts } from '../../../server/store/line-starts.ts'
import { tempFolder } from '../../support/temp-folder.ts'

test('columns come back as they were written, whatever their lengths', async () => {
  const path = join(tempFolder(), 'some.columns')
  const columns = {
    odd: Int32Array.of(1, -2147483648, 2147483647),
    none: new Int32Array(0),
    starts: Float64Array.of(0, 2 ** 40, 0.5),
    // Part of a larger array.
    part: Int32Array.of(9, 8, 7, 6).subarray(1, 3),
  }
  await writeColumns(path, columns)
  expect(readdirSync(dirname(path))).toEqual(['some.columns'])
  const file = (await ColumnFile.open(path))!
  const read = await Promise.all([file.int32('odd'), file.int32('none'), file.float64('starts'), file.int32('part')])
  expect(read).toEqual([columns.odd, columns.none, columns.starts, Int32Array.of(8, 7)])
  // Held, not read again.
  expect(await file.int32('odd')).toBe(read[0])
  await expect(file.int32('starts')).rejects.toThrow('unknown column: starts')
  await expect(file.int32('other')).rejects.toThrow('unknown column: other')
})

test('a file that is not there is null, one that is cut short fails', async () => {
  const folder = tempFolder()
  expect(await ColumnFile.open(join(folder, 'none'))).toBeNull()
  writeFileSync(join(folder, 'short'), '{}')
  await expect(ColumnFile.open(join(folder, 'short'))).rejects.toThrow('cut short')
})

test('finds where lines begin, and refuses a file of another number of them', async () => {
  const path = join(tempFolder(), 'lines')
  // Longer than what is read at once.
  const lines = ['a', '', 'é'.repeat(700_000), 'b'.repeat(300_000), 'last']
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
  const starts = await findLineStarts(path, lines.length)
  const sizes = lines.map((line) => Buffer.byteLength(line) + 1)
  expect([...starts]).toEqual(lines.reduce((all, _, i) => [...all, all[i] + sizes[i]], [0]))
  await expect(findLineStarts(path, 4)).rejects.toThrow('5 records instead of 4')
  await expect(findLineStarts(path, 6)).rejects.toThrow('5 records instead of 6')
})

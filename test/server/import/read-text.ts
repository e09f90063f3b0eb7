import { expect } from 'vitest'
import { mergePapers } from '../../../server/import/identity.ts'
import { readFile } from '../../../server/import/read-file.ts'
import type { ImportOptions, ImportResult } from '../../../server/import/read-file.ts'
import { TidemapError } from '../../../shared/error.ts'
import { compareCodePoints, Paper } from '../../../shared/paper.ts'
import { Receipt } from '../../../shared/receipt.ts'

export const AS_OF = '2026-01-15'

/** Reads text or bytes in pieces of a size, and holds the result to what every import must keep. */
export async function readText(
  input: string | Uint8Array,
  options: Partial<ImportOptions> & { piece?: number; name?: string } = {},
): Promise<ImportResult> {
  const { piece = 1 << 16, name = 'papers', ...rest } = options
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const result = await readFile(name, inPieces(bytes, piece), { asOf: AS_OF, ...rest })
  checkResult(result)
  return result
}

export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export function checkResult({ papers, receipt }: ImportResult): void {
  Receipt.parse(receipt)
  expect(receipt.records).toBe(receipt.papers + receipt.rejected.length + receipt.duplicates)
  expect(receipt.papers).toBe(papers.length)
  expect(papers.length).toBeGreaterThan(0)
  const ids = papers.map(({ paper }) => Paper.parse(paper).id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(ids.toSorted(compareCodePoints))
  for (const { key, paper } of papers) {
    expect(key).toMatch(/^(?:doi:10\.|arxiv:|sha:[0-9a-f]{16}$)/)
    expect(paper.date === null).toBe(paper.datePrecision === null)
    expect(paper.title).toBe(paper.title.trim())
  }
  // What was read once adds and changes nothing the second time.
  expect(mergePapers(papers, papers)).toEqual({ added: [], updated: [], duplicates: papers.length })
}

/** The error that refuses an input; fails where it is read, or where anything else is thrown. */
export async function refusal(
  input: string | Uint8Array,
  options: Parameters<typeof readText>[1] = {},
): Promise<TidemapError> {
  try {
    await readText(input, options)
  } catch (error) {
    if (error instanceof TidemapError) {
      expect(error.status).toBeGreaterThanOrEqual(400)
      expect(error.status).toBeLessThan(500)
      expect(error.message).toBe(error.message.replaceAll('\n', ' '))
      return error
    }
    throw error
  }
  throw new Error('was read, but should have been refused')
}

/** The papers of a result by title. */
export function byTitle({ papers }: ImportResult, start: string) {
  const found = papers.find(({ paper }) => paper.title.startsWith(start))
  if (!found) throw new Error(`no paper: ${start}`)
  return found.paper
}

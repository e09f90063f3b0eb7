import { createReadStream } from 'node:fs'
import { TidemapError } from '../../../shared/error.ts'
import { compareCodePoints, type Paper } from '../../../shared/paper.ts'

/**
 * Reads a snapshot (JSON Lines of papers, any order) and sorts it by id. `onProgress` gets the share that is read, 0–1.
 * Throws where a line is no paper or two papers share an id: a snapshot is our own file, so that is a fault, not bad input.
 */
export async function readSnapshot(
  path: string,
  bytes: number,
  onProgress: (done: number) => void = () => {},
): Promise<Paper[]> {
  const papers: Paper[] = []
  let seen = 0
  const stream = createReadStream(path, { highWaterMark: 1 << 20 })
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      yield chunk
      seen += chunk.length
      onProgress(bytes > 0 ? Math.min(1, seen / bytes) : 1)
    }
  }
  let number = 0
  for await (const line of linesOf(counted())) {
    number += 1
    if (line !== '') papers.push(paperOf(line, number))
  }
  papers.sort((a, b) => compareCodePoints(a.id, b.id))
  for (let i = 1; i < papers.length; i++) {
    if (papers[i].id === papers[i - 1].id) throw new TidemapError('internal', `two papers with one id: ${papers[i].id}`)
  }
  return papers
}

/** Lines of UTF-8 bytes, split at LF only: JSON may hold U+2028, at which `readline` would split too. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}

function paperOf(line: string, number: number): Paper {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new TidemapError('internal', 'snapshot holds a broken line', { line: number, cause })
  }
  if (!isPaper(value)) throw new TidemapError('internal', 'snapshot holds a line that is no paper', { line: number })
  return value
}

/** A light check: every record was parsed by the full schema when it was imported. */
function isPaper(value: unknown): value is Paper {
  if (typeof value !== 'object' || value === null) return false
  const { id, title, abstract, date } = value as Record<string, unknown>
  return (
    typeof id === 'string' && id !== '' && typeof title === 'string' && isTextOrNull(abstract) && isTextOrNull(date)
  )
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

import { createReadStream, mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import { TidemapError } from '../../../shared/error.ts'
import { generatePapers } from './generate-papers.ts'
import { readPapers } from './read-papers.ts'
import { writePapers } from './write-papers.ts'

/** What stages are measured on. */
export interface Corpus {
  /** As tables call it. */
  name: string
  /** Paths of packed JSON Lines files, whose records have a `title` and an `abstract`. */
  files: string[]
  papers: number
  /** Of the files, unpacked. */
  bytes: number
  /** Folder for what stages hand on to each other. */
  folder: string
}

/** The seed of every generated corpus. */
export const CORPUS_SEED = 1

/** Writes `papers` made-up papers into a folder, which is made. */
export async function generatedCorpus(papers: number, folder: string): Promise<Corpus> {
  mkdirSync(folder, { recursive: true })
  return { name: `generated ${papers}`, folder, ...(await writePapers(generatePapers(papers, CORPUS_SEED), folder)) }
}

/** A file as a corpus: as it is where a peer can read it too (packed JSON Lines with titles), else written anew into the folder, which is made. */
export async function corpusOfFile(file: string, folder: string): Promise<Corpus> {
  mkdirSync(folder, { recursive: true })
  const name = basename(file)
  if (file.endsWith('.jsonl.gz')) {
    const facts = await linesOf(file)
    if (facts !== null) return { name, folder, files: [file], ...facts }
  }
  const papers = await readPapers([file])
  if (papers.length === 0) throw new TidemapError('unprocessable', `no papers: ${file}`)
  return { name, folder, ...(await writePapers(papers, folder)) }
}

/** How many lines and bytes a packed file holds; null where its first record has no title. */
async function linesOf(file: string): Promise<{ papers: number; bytes: number } | null> {
  let [papers, bytes] = [0, 0]
  let head: string | null = ''
  for await (const chunk of createReadStream(file).pipe(createGunzip()) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) papers++
    if (head === null) continue
    head += chunk.toString('utf8')
    if (!head.includes('\n')) continue
    if (!hasTitle(head.slice(0, head.indexOf('\n')))) return null
    head = null
  }
  return { papers, bytes }
}

function hasTitle(line: string): boolean {
  try {
    return typeof (JSON.parse(line) as { title?: unknown }).title === 'string'
  } catch {
    return false
  }
}

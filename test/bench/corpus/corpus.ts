import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { TidemapError } from '../../../shared/error.ts'
import type { Paper } from '../../../shared/paper.ts'
import { generatePapers, type GeneratedPaper } from './generate-papers.ts'
import { readPapers } from './read-papers.ts'
import { writePapers } from './write-papers.ts'

/** What stages are measured on. */
export interface Corpus {
  /** As tables call it. */
  name: string
  /** Paths of packed JSON Lines files of papers (`paperLine`), by id. */
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
  return {
    name: `generated ${papers}`,
    folder,
    ...(await writePapers(papersOf(generatePapers(papers, CORPUS_SEED)), folder)),
  }
}

/** A file as a corpus: its papers as an import keeps them, written anew into the folder, which is made. */
export async function corpusOfFile(file: string, folder: string): Promise<Corpus> {
  mkdirSync(folder, { recursive: true })
  const papers = await readPapers([file])
  if (papers.length === 0) throw new TidemapError('unprocessable', `no papers: ${file}`)
  return { name: basename(file), folder, ...(await writePapers(papers, folder)) }
}

/** A made-up paper with all fields of one. */
function paperOf({ id, title, abstract, date, label }: GeneratedPaper): Paper {
  const nothing = { organization: null, venue: null, doi: null, url: null, keywords: null, votes: null, comments: null }
  const authors = { authors: null, authorCount: null }
  const dated = { date, datePrecision: 'day' as const, dateInferred: false }
  return { id, title, abstract, ...dated, ...authors, ...nothing, label, source: 'json-lines' }
}

function* papersOf(generated: Iterable<GeneratedPaper>): Generator<Paper> {
  for (const paper of generated) yield paperOf(paper)
}

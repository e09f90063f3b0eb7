import { createHash } from 'node:crypto'
import type { Paper } from '../../../shared/paper.ts'
import { readArxivId } from '../record/identifiers.ts'

/** A paper and what it is known by. */
export interface KeyedPaper {
  /** `doi:…`, `arxiv:…` or `sha:…`; not unique: two papers may share a DOI. */
  key: string
  /** Whether `paper.id` is the record's own (perhaps with a `~` suffix), not derived from the key. */
  ownId: boolean
  paper: Paper
}

/** The key of a paper: DOI, else arXiv id without version, else a hash of title, first author and year. */
export function keyOf(paper: Paper, arxiv: string | null = arxivOf(paper)): string {
  // A DOI that arXiv gave is but another way to write its id.
  const doi = paper.doi !== null && readArxivId(paper.doi) === null ? paper.doi : null
  if (doi !== null) return `doi:${doi}`
  if (arxiv !== null) return `arxiv:${arxiv}`
  // A year that was worked out may be another one next time.
  const year = paper.date === null || paper.dateInferred ? '' : paper.date.slice(0, 4)
  return `sha:${hash(`${normalTitle(paper.title)}|${familyName(paper.authors?.[0] ?? '')}|${year}`, 16)}`
}

function arxivOf(paper: Paper): string | null {
  for (const place of [paper.url, paper.doi, paper.id]) {
    const arxiv = place === null ? null : readArxivId(place)
    if (arxiv !== null) return arxiv
  }
  return null
}

/** The first `length` hex digits of a text's SHA-256. */
export function hash(text: string, length: number): string {
  return createHash('sha256').update(text.toWellFormed()).digest('hex').slice(0, length)
}

/** A title by its letters and digits alone, so that case, spaces and punctuation make no other paper. */
export function normalTitle(title: string): string {
  const letters = title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '')
  return letters === '' ? title : letters
}

/** The family name of an author, however it is written: `Marx, Karl`, `Karl Marx`, `Marx K.`. */
function familyName(author: string): string {
  const comma = author.indexOf(',')
  if (comma > 0) return normalTitle(author.slice(0, comma))
  const words = author.split(' ')
  const last = words.findLast((word, i) => i === 0 || word.length > 5 || !/^(?:\p{Lu}\.?-?)+$/u.test(word))
  return normalTitle(last ?? '')
}

/** Whether an id is one that a key gave, as in a file that Tidemap wrote. */
export function isDerivedId(id: string): boolean {
  return /^(?:sha:[0-9a-f]{16}|doi:10\.\d{4,9}\/\S+|arxiv:[0-9a-z./-]+)(?:~[0-9a-f]{8,64})?$/.test(id)
}

import { createHash } from 'node:crypto'
import type { Paper } from '../../../shared/paper.ts'
import { arxivIdIn, readArxivId } from '../record/identifiers.ts'

// oxlint-disable-next-line no-control-regex -- all of ASCII
const NOT_ASCII = /[^\u0000-\u007f]/

/** A paper and what it is known by. */
export interface KeyedPaper {
  /** `doi:…`, `arxiv:…` or `sha:…`; not unique: two papers may share a DOI. */
  key: string
  /** Whether `paper.id` is the record's own (perhaps with a `~` suffix), not derived from the key. */
  ownId: boolean
  paper: Paper
}

/** The key of a paper: DOI, else arXiv id without version, else a hash of title, first author and year. */
export function keyOf(paper: Paper, arxiv: string | null = arxivIdIn(paper.url, paper.doi, paper.id)): string {
  return keyOfIds(paper.doi, arxiv) ?? keyOfTitle(paper.title, paper.authors?.[0], paper)
}

/** The key that a DOI or an arXiv id gives; null for none. */
export function keyOfIds(doi: string | null, arxiv: string | null): string | null {
  // A DOI that arXiv gave is but another way to write its id.
  if (doi !== null && readArxivId(doi) === null) return `doi:${doi}`
  return arxiv === null ? null : `arxiv:${arxiv}`
}

/** The key of a paper without such an id. */
export function keyOfTitle(
  title: string,
  firstAuthor: string | undefined,
  { date, dateInferred }: Pick<Paper, 'date' | 'dateInferred'>,
): string {
  // A year that was worked out may be another one next time.
  const year = date === null || dateInferred ? '' : date.slice(0, 4)
  return `sha:${hash(`${normalTitle(title)}|${familyName(firstAuthor ?? '')}|${year}`, 16)}`
}

/** The first `length` hex digits of a text's SHA-256. */
export function hash(text: string, length: number): string {
  return createHash('sha256').update(text.toWellFormed()).digest('hex').slice(0, length)
}

/** A title by its letters and digits alone, so that case, spaces and punctuation make no other paper. */
export function normalTitle(title: string): string {
  // The same, and several times as quick.
  const ascii = NOT_ASCII.test(title) ? '' : title.toLowerCase().replaceAll(/[^a-z\d]+/g, '')
  if (ascii !== '') return ascii
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

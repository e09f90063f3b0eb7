import type { Paper } from '../../shared/paper.ts'

const SMALL_WORDS = new Set(
  'a an and are as at by can do does for from how in is it of on or the to towards toward via what when why with'.split(
    ' ',
  ),
)

/** Hands out one key a paper, `lee2024token`: first author, year, first telling word; later ones of the same key get `b`, `c`, … */
export function bibtexKeys(): (paper: Pick<Paper, 'authors' | 'organization' | 'title' | 'date'>) => string {
  const used = new Set<string>()
  const times = new Map<string, number>()
  return (paper) => {
    const base = baseKey(paper)
    let time = times.get(base) ?? 0
    let key: string
    do key = `${base}${suffix(time++)}`
    while (used.has(key))
    times.set(base, time)
    used.add(key)
    return key
  }
}

function baseKey(paper: Pick<Paper, 'authors' | 'organization' | 'title' | 'date'>): string {
  const author = plainLetters(lastName(paper.authors?.[0] ?? paper.organization ?? '')) || 'anon'
  return `${author}${paper.date?.slice(0, 4) ?? 'nd'}${tellingWord(paper.title) ?? 'untitled'}`
}

/** The first word that is not a small one, else the first at all. */
function tellingWord(title: string): string | undefined {
  let first: string | undefined
  // The first words are enough, mostly.
  for (const [text] of title.matchAll(/\S+/g)) {
    const word = plainLetters(text)
    if (word === '') continue
    if (!SMALL_WORDS.has(word)) return word
    first ??= word
  }
  return first
}

function lastName(name: string): string {
  const [before, after] = name.split(',', 2)
  return after === undefined ? (name.trim().split(/\s+/).at(-1) ?? '') : before
}

/** ASCII letters and digits, lower case, at most 24: what every BibTeX program takes. */
function plainLetters(text: string): string {
  if (/^[a-z0-9]{1,24}$/.test(text)) return text
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 24)
}

/** '' for the first, then b … z, then 27, 28, … behind a dash. */
function suffix(time: number): string {
  if (time === 0) return ''
  return time < 26 ? String.fromCharCode(97 + time) : `-${time + 1}`
}

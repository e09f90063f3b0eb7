import type { Paper } from '../../shared/paper.ts'

const SMALL_WORDS = new Set(
  'a an and are as at by can do does for from how in is it of on or the to towards toward via what when why with'.split(
    ' ',
  ),
)

/** Hands out one key a paper, `lee2024token`: first author, year, first telling word; later ones of the same key get `b`, `c`, … */
export function bibtexKeys(): (paper: Pick<Paper, 'authors' | 'organization' | 'title' | 'date'>) => string {
  // Every key that was handed out → from which time on it is free as the beginning of others.
  const times = new Map<string, number>()
  return (paper) => {
    const base = baseKey(paper)
    let time = times.get(base)
    if (time === undefined) {
      times.set(base, 1)
      return base
    }
    let key: string
    do key = `${base}${suffix(time++)}`
    while (times.has(key))
    times.set(base, time)
    times.set(key, 1)
    return key
  }
}

function baseKey(paper: Pick<Paper, 'authors' | 'organization' | 'title' | 'date'>): string {
  const author = plainLetters(lastName(paper.authors?.[0] ?? paper.organization ?? '')) || 'anon'
  return `${author}${paper.date?.slice(0, 4) ?? 'nd'}${tellingWord(paper.title) ?? 'untitled'}`
}

/** Spaces of other kinds, which are rare: to look for blanks alone takes a fraction of the time. */
const OTHER_SPACE = /[^\S ]/

/** The text with blanks where other spaces were. */
function blanksOnly(text: string): string {
  return OTHER_SPACE.test(text) ? text.replace(/\s/g, ' ') : text
}

/** The first word that is not a small one, else the first at all. */
function tellingWord(title: string): string | undefined {
  const text = blanksOnly(title)
  let first: string | undefined
  // The first words are enough, mostly.
  for (let from = 0, end = 0; from < text.length; from = end + 1) {
    end = text.indexOf(' ', from)
    if (end < 0) end = text.length
    const word = plainLetters(text.slice(from, end))
    if (word === '') continue
    if (!SMALL_WORDS.has(word)) return word
    first ??= word
  }
  return first
}

function lastName(name: string): string {
  const comma = name.indexOf(',')
  if (comma >= 0) return name.slice(0, comma)
  const text = blanksOnly(name).trim()
  return text.slice(text.lastIndexOf(' ') + 1)
}

/** ASCII letters and digits, lower case, at most 24: what every BibTeX program takes. */
function plainLetters(text: string): string {
  if (/^[a-z0-9]{1,24}$/i.test(text)) return text.toLowerCase()
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

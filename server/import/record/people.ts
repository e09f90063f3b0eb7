import { Buffer } from 'node:buffer'
import { cleanItems, listLiteral } from './lists.ts'
import { saysNothing } from './text.ts'

const NO_NAME = /^(?:et\.? al\.?|\[?no author name available\]?)$/i
const INITIALS = /^(?:[\p{Lu}]\.?[\s-]?){1,4}$/u

/** Names of authors out of one cell, whatever parts them: `;`, `|`, ` and `, line ends or commas. */
export function splitAuthors(text: string): string[] {
  const literal = listLiteral(text)
  if (literal) return names(literal)
  for (const mark of [';', '|', '\n']) if (text.includes(mark)) return names(text.split(mark))
  const parts = text.split(/,? and | & /)
  return names(parts.flatMap((part) => splitCommas(part)))
}

/** `Liu R., Adler D.G.` and `Ada Lovelace, Alan Turing` are two people; `Marx, Karl` is one; `Doe, J., Roe, A.` are two. */
function splitCommas(text: string): string[] {
  const pieces = text
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const isWhole = (piece: string): boolean => piece.includes(' ') && !INITIALS.test(piece)
  if (pieces.length < 2) return pieces
  if (pieces.length === 2 && !isWhole(pieces[1])) return [pieces.join(', ')]
  const paired = pieces.length % 2 === 0 && pieces.every((piece, i) => i % 2 === 0 || INITIALS.test(piece))
  if (!paired) return pieces
  return pieces.filter((_, i) => i % 2 === 0).map((family, i) => `${family}, ${pieces[2 * i + 1]}`)
}

/** Without the numbers in brackets that exports add, and without `et al.`. */
function names(parts: string[]): string[] {
  return cleanItems(parts.map((part) => part.replace(/\s*\(\d+\)\s*$/, ''))).filter((name) => !NO_NAME.test(name))
}

/** First bytes of what says that there is no name, and most bytes that it has; last bytes of what is to be cut. */
const MAYBE_NONE = new Set(Buffer.from('eEnNuU[{#-—'))
const NONE_LENGTH = 26
const [CUT_COMMA, CUT_SEMICOLON, CUT_BRACKET] = Buffer.from(',;)')

/** Whether a clean name without escapes, bytes[start…end), is a whole name as it stands; false also where that is for others to say. */
export function isPlainName(bytes: Buffer, start: number, end: number): boolean {
  const [first, last] = [bytes[start], bytes[end - 1]]
  if (end === start || first === CUT_COMMA || first === CUT_SEMICOLON) return false
  if (last === CUT_COMMA || last === CUT_SEMICOLON || last === CUT_BRACKET) return false
  if (end - start > NONE_LENGTH || !MAYBE_NONE.has(first)) return true
  const name = bytes.toString('utf8', start, end)
  return !NO_NAME.test(name) && !saysNothing(name)
}

/** Names out of a JSON value: text, or a list of texts and of objects with a name in one of the usual places. */
export function authorsOf(value: unknown): string[] {
  if (typeof value === 'string') return splitAuthors(value)
  if (!Array.isArray(value)) return value === null ? [] : names([nameOf(value)])
  return names(value.map(nameOf))
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  const entry = new Map<string, unknown>(Object.entries(value))
  for (const key of [
    'name',
    'fullname',
    'full_name',
    'fullName',
    'display_name',
    'displayName',
    'literal',
    'raw_author_name',
  ]) {
    const name = entry.get(key)
    if (typeof name === 'string' && name.trim() !== '') return name
  }
  if (entry.has('author')) return nameOf(entry.get('author'))
  const given = entry.get('given') ?? entry.get('first') ?? entry.get('firstName') ?? entry.get('first_name')
  const family = entry.get('family') ?? entry.get('last') ?? entry.get('lastName') ?? entry.get('last_name')
  return [given, family].filter((part) => typeof part === 'string').join(' ')
}

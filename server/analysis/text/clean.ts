import { decodeAccents, withoutMath } from './latex.ts'

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['rsquo', '’'],
  ['nbsp', ' '],
  ['szlig', 'ß'],
  ['oslash', 'ø'],
  ['aelig', 'æ'],
  ['ndash', '–'],
])

/** Marks that HTML names a letter by: `eacute`, `ccedil`. Value: the combining character. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['cedil', '\u0327'],
  ['ring', '\u030a'],
  ['caron', '\u030c'],
])

/**
 * Text as words: without URLs, DOIs, LaTeX, scripts (`^2`, `_i`), HTML entities and scanning debris such as `(cid:123)`; accents that
 * LaTeX and HTML spell out become letters, curly apostrophes inside words straight ones.
 * What is taken out becomes a separator, so that nothing grows together. Linear in the length of the text.
 */
export function cleanText(text: string): string {
  let clean = text
  if (/:\/\/|www\.|\b10\.\d{4}|\.(?:com|org)\b|@/.test(clean)) {
    clean = clean
      .replace(/[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}/g, ' . ')
      .replace(/(?:https?|ftp):\/\/[^\s)>\]}]+|\bwww\.[^\s)>\]}]+/gi, ' . ')
      .replace(/\b(?:doi: ?)?10\.\d{4,9}\/[^\s)>\]}]+/gi, ' . ')
      .replace(/\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org)\b(?:\/[^\s)>\]}]*)?/gi, ' . ')
  }
  if (clean.includes('(cid:')) clean = clean.replace(/\(cid:\d{1,6}\)/g, ' ')
  if (clean.includes('&')) clean = clean.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, decodeEntity)
  if (clean.includes('\\')) clean = decodeAccents(clean)
  if (clean.includes('$') || clean.includes('\\')) clean = withoutMath(clean)
  if (clean.includes('^') || clean.includes('_')) clean = withoutScripts(clean)
  if (clean.includes('--')) clean = clean.replace(/(?<=\p{L})--(?=\p{L})/gu, '-')
  if (/[’ʼ]/.test(clean)) clean = clean.replace(/(?<=\p{L})[’ʼ](?=\p{L})/gu, "'")
  return clean
}

function decodeEntity(_: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) {
    const mark = MARKS.get(name.slice(1).toLowerCase())
    return mark === undefined ? (ENTITIES.get(name.toLowerCase()) ?? ' ') : (name[0] + mark).normalize('NFC')
  }
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
  return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
}

/** `x_{i}^2`, `x_ij` → `x`; `word_count` → `word count`. Two rounds reach a script in a script. */
function withoutScripts(text: string): string {
  let plain = text
  for (let round = 0; round < 2; round++) plain = plain.replace(/[\^_]\{[^{}]{0,80}\}/g, ' ')
  return plain
    .replace(/(?<=(?:^|[^\p{L}])\p{L})[\^_]\p{L}{1,3}(?!\p{L})/gu, ' ')
    .replace(/[\^_](?:[^\p{L}\s{}]\d*|\p{L}(?!\p{L}))/gu, ' ')
    .replace(/[\^_]/g, ' ')
}

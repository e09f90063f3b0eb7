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
  const signs = signsOf(text)
  if (signs === 0) return text
  let clean = text
  if ((signs & ADDRESS) !== 0) {
    if (clean.includes('@')) clean = clean.replace(/[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}/g, ' . ')
    clean = clean
      .replace(/(?:https?|ftp):\/\/[^\s)>\]}]+|\bwww\.[^\s)>\]}]+/gi, ' . ')
      .replace(/\b(?:doi: ?)?10\.\d{4,9}\/[^\s)>\]}]+/gi, ' . ')
      .replace(/\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org)\b(?:\/[^\s)>\]}]*)?/gi, ' . ')
  }
  if ((signs & COLON) !== 0 && clean.includes('(cid:')) clean = clean.replace(/\(cid:\d{1,6}\)/g, ' ')
  if ((signs & ENTITY) !== 0) clean = clean.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, decodeEntity)
  if ((signs & LATEX) !== 0 || clean.includes('\\')) clean = withoutMath(decodeAccents(clean))
  if (clean.includes('^') || clean.includes('_')) clean = withoutScripts(clean)
  if (clean.includes('--')) clean = clean.replace(/(?<=\p{L})--(?=\p{L})/gu, '-')
  if (/[’ʼ]/.test(clean)) clean = clean.replace(/(?<=\p{L})[’ʼ](?=\p{L})/gu, "'")
  return clean
}

/** Signs without which there is nothing to clean, one bit each. */
const ADDRESS = 1
const COLON = 2
const ENTITY = 4
const LATEX = 8
const OTHER = 16

const SIGNS = new Uint8Array(128)
for (const [sign, bit] of Object.entries({
  '@': ADDRESS,
  ':': COLON,
  '&': ENTITY,
  '\\': LATEX,
  $: LATEX,
  '^': OTHER,
  _: OTHER,
})) {
  SIGNS[sign.charCodeAt(0)] = bit
}

const [DOT, HYPHEN, SLASH, W, ONE, ZERO] = Array.from('.-/w10', (sign) => sign.charCodeAt(0))

/** Which signs a text holds; one look at each, since most texts hold none. */
function signsOf(text: string): number {
  let signs = 0
  let last = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 128) signs |= SIGNS[code]
    else if (code === 0x2019 || code === 0x2bc) signs |= OTHER
    if (code === DOT) {
      const isAddress =
        last === W ||
        (last === ZERO && text.charCodeAt(i - 2) === ONE) ||
        text.startsWith('com', i + 1) ||
        text.startsWith('org', i + 1)
      // `www.`, `10.1000/abc`, `.com`, `.org`
      if (isAddress) signs |= ADDRESS
    } else if (code === SLASH && last === SLASH) signs |= ADDRESS
    else if (code === HYPHEN && last === HYPHEN) signs |= OTHER
    last = code
  }
  return signs
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

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
 * What is taken out becomes a separator, so that nothing grows together. Linear in the length of the text. `kernels/assembly/text/clean-text.ts` does the same, but for what is rare.
 */
export function cleanText(text: string): string {
  let clean = text
  if (ADDRESS_SIGNS.some((sign) => text.includes(sign))) clean = withoutAddresses(clean)
  if (clean.includes('(cid:')) clean = clean.replace(/\(cid:\d{1,6}\)/g, ' ')
  if (clean.includes('&')) clean = clean.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, decodeEntity)
  if (clean.includes('\\')) clean = withoutMath(decodeAccents(clean))
  // A dollar that an entity stood for is money.
  else if (text.includes('$')) clean = withoutMath(clean)
  if (clean.includes('^') || clean.includes('_')) clean = withoutScripts(clean)
  if (clean.includes('--')) clean = clean.replace(/(?<=\p{L})--(?=\p{L})/gu, '-')
  if (clean.includes('’') || clean.includes('ʼ')) clean = clean.replace(/[’ʼ]/g, straightened)
  return clean
}

/** Without one of these there is no address. */
const ADDRESS_SIGNS = ['@', '//', 'w.', '10.', '.com', '.org']

/** A look for what each kind of address must hold comes first: the whole expressions begin anew at every sign. */
function withoutAddresses(text: string): string {
  let clean = text
  if (clean.includes('@')) clean = withoutMail(clean)
  if (/:\/\/|www\./i.test(clean)) clean = clean.replace(/(?:https?|ftp):\/\/[^\s)>\]}]+|\bwww\.[^\s)>\]}]+/gi, ' . ')
  if (clean.includes('10.')) clean = clean.replace(/\b(?:doi: ?)?10\.\d{4,9}\/[^\s)>\]}]+/gi, ' . ')
  if (/\.(?:com|org)\b/i.test(clean))
    clean = clean.replace(/\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org)\b(?:\/[^\s)>\]}]*)?/gi, ' . ')
  return clean
}

/** The same as replacing `[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}`, which would begin anew at each word: what follows a sign is sought at the signs, and what stands before it from there. */
function withoutMail(text: string): string {
  const host = /@[\w-]{1,63}\.[\w.-]{1,63}/g
  let clean = ''
  let done = 0
  for (let found = host.exec(text); found !== null; found = host.exec(text)) {
    let from = found.index
    while (from > done && found.index - from < 64 && /[\w.+-]/.test(text[from - 1])) from--
    if (from === found.index) host.lastIndex = found.index + 1
    else {
      clean += `${text.slice(done, from)} . `
      done = host.lastIndex
    }
  }
  return clean + text.slice(done)
}

/** An apostrophe between two letters, straight; elsewhere it is a quotation mark and stays. */
function straightened(sign: string, at: number, text: string): string {
  const isInside = /\p{L}$/u.test(text.slice(Math.max(0, at - 2), at)) && /^\p{L}/u.test(text.slice(at + 1, at + 3))
  return isInside ? "'" : sign
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
    .replace(/[\^_]\p{L}{1,3}(?!\p{L})/gu, withoutIndex)
    .replace(/[\^_](?:[^\p{L}\s{}]\d*|\p{L}(?!\p{L}))/gu, ' ')
    .replace(/[\^_]/g, ' ')
}

/** `x_ij` → `x`, but not `word_of`. What stands before is looked at here: an expression that begins with it is tried at every sign. */
function withoutIndex(script: string, at: number, text: string): string {
  return /(?:^|[^\p{L}])\p{L}$/u.test(text.slice(Math.max(0, at - 4), at)) ? ' ' : script
}

import { PLAIN_CHARACTERS } from '../../../shared/plain-bytes.ts'

/** Markup that publishers leave in titles and abstracts; anything else in angle brackets is text, such as `a<b and c>d`. */
const TAG =
  /<\/?(?:jats:[a-z-]{1,30}|mml:[a-z-]{1,30}|p|i|b|u|em|strong|sub|sup|br|div|span|sec|title|italic|bold|h[1-6]|ul|ol|li|tt|scp|inf|a|abstract|abstracttext|blockquote|font|small|label|list|list-item|inline-formula|tex-math|ext-link|mrow|math|mi|mo|mn|msub|msup|msubsup|mtext|mstyle|semantics|annotation)(?:\s{1,9}[\w:.-]{1,40}\s{0,9}=\s{0,9}(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'|[^\s"'<>=]{1,100})){0,9}\s{0,9}\/?>/gi
/** Tags between which words run on: H<sub>2</sub>O stays one word. */
const INLINE = /^<\/?(?:jats:)?(?:i|b|u|em|strong|sub|sup|span|italic|bold|tt|scp|inf|a|font|small)[\s>/]/i

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  middot: '·',
  bull: '•',
  deg: '°',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  sigma: 'σ',
  theta: 'θ',
  omega: 'ω',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ccedil: 'ç',
  ntilde: 'ñ',
}

/** C0 and C1 controls other than white space, and marks that show nothing and break words: soft hyphen, BOM, ZWSP. */
// oxlint-disable-next-line no-control-regex -- they are what it removes
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff]/g

/** Anything but blanks by themselves and plain characters. */
const UNCLEAN = new RegExp(
  `[^${PLAIN_CHARACTERS.map((row) => row.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('-')).join('')}]| {2}|^ | $`,
)

/** Well-formed Unicode in NFC, without controls, every run of white space one space, none at the ends. Idempotent. */
export function cleanText(text: string): string {
  // Most texts are clean already, and looking is far cheaper than the four copies below.
  if (!UNCLEAN.test(text)) return text
  return text.toWellFormed().normalize('NFC').replaceAll(INVISIBLE, '').replaceAll(/\s+/g, ' ').trim()
}

/** `cleanText` of a text that may hold HTML or JATS tags and entities, which it resolves once. */
export function cleanMarkup(text: string): string {
  let plain = text
  if (plain.includes('<')) plain = stripTags(plain)
  if (plain.includes('&')) {
    plain = decodeEntities(plain)
    if (plain.includes('<jats:') || plain.includes('</')) plain = stripTags(plain)
  }
  return cleanText(plain)
}

const stripTags = (text: string): string => text.replaceAll(TAG, (tag) => (INLINE.test(tag) ? '' : ' '))

/** Resolves the entities that appear in abstracts, each once; what is unknown stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (entity, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name] : entity
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })
}

/** What exports write where there is nothing. */
const NOTHING = new Set([
  '',
  'nan',
  'na',
  'n/a',
  'none',
  'null',
  'nil',
  'undefined',
  '-',
  '--',
  '—',
  '#n/a',
  '[]',
  '{}',
])

/** Whether a cell says that there is no value. */
export function saysNothing(text: string): boolean {
  return text.length < 10 && NOTHING.has(text.trim().toLowerCase())
}

/**
 * What a spreadsheet may take for a formula at the start of a cell, behind invisible or full-width disguises too. Apostrophes before
 * it count, so that a text which looks escaped is escaped once more and comes back as it was.
 */
const FORMULA_START = /^'*[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠｜％\t\r\n]/u
const NEEDS_QUOTES = /[",\r\n]/

/** A text cell: formula-escaped with a leading apostrophe, quoted by RFC 4180 where needed. */
export function textCell(value: string | null): string {
  if (value === null) return ''
  const safe = FORMULA_START.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A number cell with at most `decimals` decimals and no trailing zeros; empty for null. Never −0, never an exponent. */
export function numberCell(value: number | null, decimals = 6): string {
  if (value === null) return ''
  if (!Number.isFinite(value)) throw new RangeError(`not a number for a file: ${value}`)
  // Most are rounded already, and are written as they are in a fraction of the time.
  const plain = String(value)
  const point = plain.indexOf('.')
  // Of up to fifteen digits all are those of the number itself.
  if (plain.length <= 16 && (point < 0 || plain.length - point <= decimals + 1) && !plain.includes('e')) return plain
  const fixed = value.toFixed(decimals)
  const short = fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed
  return short === '-0' ? '0' : short
}

/** A boolean cell: `true` or `false`. */
export function booleanCell(value: boolean): string {
  return value ? 'true' : 'false'
}

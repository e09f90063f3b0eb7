import { TidemapError } from '../../../shared/error.ts'
import { show } from '../readers/json-record.ts'

/** Where objects keep the text that they stand for. */
const TEXT_KEYS = ['name', 'display_name', 'title', 'value', 'text', '#text', 'fullname', 'raw', 'literal']

/** A value as text: text and numbers as they are, a list by its parts, an object by its name; null where there is none. */
export function textOf(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null || depth > 2) return null
  if (Array.isArray(value)) {
    const parts = value.slice(0, 1000).map((part) => textOf(part, depth + 1))
    const texts = parts.filter((part) => part !== null)
    return texts.length > 0 ? texts.join(' ') : null
  }
  const entries = new Map<string, unknown>(Object.entries(value))
  for (const key of TEXT_KEYS) {
    const text = textOf(entries.get(key), depth + 1)
    if (text !== null) return text
  }
  return null
}

/** `textOf` for a field that must be text where it is given at all; throws `unprocessable` otherwise. */
export function mustBeText(field: string, value: unknown): string | null {
  if (value === undefined || value === null) return null
  const text = typeof value === 'boolean' ? null : textOf(value)
  if (text === null && !(Array.isArray(value) && value.length === 0)) {
    throw new TidemapError('unprocessable', `${field} is no text: ${show(value)}`)
  }
  return text
}

/** A date value as text: also `{"date-parts": [[2024, 5, 1]]}` of Crossref and `{year, month, day}`; null for none. */
export function dateTextOf(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value === 'object') {
    const entries = new Map<string, unknown>(Object.entries(value))
    const parts = entries.get('date-parts')
    const first: unknown = Array.isArray(parts) ? parts[0] : undefined
    if (Array.isArray(first))
      return first
        .slice(0, 3)
        .flatMap((part) => textOf(part) ?? [])
        .join('-')
    if (entries.has('year')) {
      return ['year', 'month', 'day'].flatMap((part) => textOf(entries.get(part)) ?? []).join('-')
    }
    const text = textOf(value)
    if (text !== null) return text
    if (Array.isArray(value) && value.length === 0) return null
  }
  throw unknownDate(value)
}

export function unknownDate(value: unknown): TidemapError {
  return new TidemapError('unprocessable', `unknown date: ${show(value)}`)
}

/** A count: a whole number that is not negative, also as `1,234` or `1.2k`; null for anything else. */
export function countOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : null
  if (typeof value !== 'string') return null
  const text = value.trim().toLowerCase()
  if (/^\d{1,3}(?:,\d{3}){1,3}$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^\d{1,12}(?:\.0{1,6})?$/.test(text)) return Number(text)
  if (/^\d{1,6}(?:\.\d{1,3})?k$/.test(text)) return Math.round(Number(text.slice(0, -1)) * 1000)
  return null
}

import type { Definitions, FormLetters } from './definitions.ts'
import { AFTER_CLOSE, AFTER_HYPHEN, AFTER_OPEN, AFTER_SENTENCE } from './token-flags.ts'
import type { TokenRows } from './token-kernels.ts'

/** Words that may stand between those that begin with the letters of an acronym. */
const MOST_SKIPPED = 2

/** The definitions about the tokens behind a bracket, `opened` (ascending): `long form (ACRONYM)` or `ACRONYM (long form)`. See `findDefinitions`. */
export function matchDefinitions(
  rows: TokenRows,
  known: FormLetters,
  opened: Int32Array,
  meanwhile = (): void => {},
): Definitions {
  meanwhile()
  const { starts, abstractStarts, forms, flags } = rows
  const { acronymOf, letterStarts, letters, units } = known
  const found: { paper: number; short: number; from: number; to: number }[] = []
  const acronymAt = (token: number): number => acronymOf[forms[token]] - 1
  const initialAt = (token: number): number => units[known.starts[forms[token]]]
  let paper = 0
  for (const t of opened) {
    while (starts[paper + 1] <= t) paper++
    const first = t < abstractStarts[paper] ? starts[paper] : abstractStarts[paper]
    const end = t < abstractStarts[paper] ? abstractStarts[paper] : starts[paper + 1]
    const definition = before(t, first, end) ?? within(t, first, end)
    if (definition !== null) found.push({ paper, ...definition })
  }
  return {
    papers: Int32Array.from(found, (one) => one.paper),
    shorts: Int32Array.from(found, (one) => one.short),
    froms: Int32Array.from(found, (one) => one.from),
    tos: Int32Array.from(found, (one) => one.to),
  }

  /** `long form (ACRONYM)`: the acronym is token t. */
  function before(t: number, first: number, end: number): { short: number; from: number; to: number } | null {
    const acronym = acronymAt(t)
    if (acronym < 0 || (t + 1 < end && (flags[t + 1] & AFTER_HYPHEN) !== 0)) return null
    let from = t
    while (from > first && t - from < known.most[acronym]) {
      from--
      if ((flags[from] & (AFTER_SENTENCE | AFTER_OPEN | AFTER_CLOSE)) !== 0) break
    }
    return matched(acronym, t, from, t)
  }

  /** `ACRONYM (long form)`: the acronym is the token before t. */
  function within(t: number, first: number, end: number): { short: number; from: number; to: number } | null {
    const short = t - 1
    if (short < first || acronymAt(short) < 0 || (flags[short] & AFTER_HYPHEN) !== 0) return null
    const acronym = acronymAt(short)
    let to = t + 1
    while (to < end && to - t < known.most[acronym] && (flags[to] & (AFTER_CLOSE | AFTER_SENTENCE)) === 0) to++
    const definition = matched(acronym, short, t, to)
    return definition?.from === t ? definition : null
  }

  function matched(acronym: number, short: number, from: number, to: number): ReturnType<typeof before> {
    if (to - from < 2) return null
    const long = byInitials(acronym, from, to) ?? byLetters(acronym, from, to)
    if (long === null || long.to - long.from < 2) return null
    for (let t = from; t < to; t++) if (isAcronymItself(acronym, t)) return null
    return { short, ...long }
  }

  /** The last of the tokens from…to that begin with the letters of an acronym, few words apart; words behind the last of them are none of it. */
  function byInitials(acronym: number, from: number, to: number): { from: number; to: number } | null {
    let end = 0
    let token = to - 1
    for (let i = letterStarts[acronym + 1] - 1; i >= letterStarts[acronym]; i--, token--) {
      let skipped = 0
      while (token >= from && initialAt(token) !== letters[i]) {
        token--
        if (++skipped > MOST_SKIPPED) return null
      }
      if (token < from) return null
      if (end === 0) end = token + 1
    }
    return { from: token + 1, to: end }
  }

  /** The shortest run of tokens up to the last that has the letters of an acronym in order, the first of them at its beginning. */
  function byLetters(acronym: number, from: number, to: number): { from: number; to: number } | null {
    const first = letterStarts[acronym]
    let wanted = letterStarts[acronym + 1] - 1
    for (let token = to - 1; token >= from; token--) {
      const start = known.starts[forms[token]]
      for (let at = known.starts[forms[token] + 1] - 1; at >= start; at--) {
        if (units[at] !== letters[wanted] || (wanted === first && at > start)) continue
        if (wanted === first) return { from: token, to }
        wanted--
      }
    }
    return null
  }

  /** Whether a token is the acronym in small letters. */
  function isAcronymItself(acronym: number, token: number): boolean {
    const [start, first] = [known.starts[forms[token]], letterStarts[acronym]]
    const length = letterStarts[acronym + 1] - first
    if (known.starts[forms[token] + 1] - start !== length) return false
    let i = 0
    while (i < length && units[start + i] === letters[first + i]) i++
    return i === length
  }
}

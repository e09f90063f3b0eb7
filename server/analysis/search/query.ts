import { TidemapError } from '../../../shared/error.ts'
import type { TrendField } from '../../../shared/trend.ts'
import { cleanText } from '../text/clean.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { tokenize } from '../text/tokenize.ts'

/** One word of a phrase. */
export interface QueryWord {
  word: string
  match: 'inflections' | 'exact' | 'prefix'
  /** Place of the word in its phrase; stop words leave a gap. */
  offset: number
}

/** Words that must follow each other. */
export interface QueryPhrase {
  words: QueryWord[]
  /** The only field it may be in; null for any of the fields asked for. */
  field: TrendField | null
  /** True for `-phrase`: papers that hold it do not match. */
  without: boolean
}

/** A query: any of the alternatives, each of which asks for all of its phrases. */
export type Query = QueryPhrase[][]

const HINT = 'type words, "an exact phrase", prefix*, one OR other, -without, title:word'

/**
 * Reads a typed query. Words next to each other form a phrase; hyphens count as spaces; `"…"` is exact; `prefix*`;
 * `OR`; `-word` or `-"…"`; `title:` and `abstract:` before a word or phrase.
 * Throws `bad-request` where nothing is left to look for.
 */
export function parseQuery(text: string): Query {
  const alternatives: QueryPhrase[][] = []
  let phrases: QueryPhrase[] = []
  let run: { text: string; field: TrendField | null } = { text: '', field: null }
  const endRun = (): void => {
    push(phrases, run.text, false, run.field, false)
    run = { text: '', field: null }
  }
  const endAlternative = (): void => {
    endRun()
    if (phrases.some(({ without }) => !without)) alternatives.push(phrases)
    else if (phrases.length > 0) throw new TidemapError('bad-request', `query only excludes: ${text}`, { hint: HINT })
    phrases = []
  }
  // A piece is: an optional minus, an optional field, then a quoted phrase (possibly unclosed) or a bare word.
  for (const piece of text.matchAll(/(-?)(?:(title|abstract):\s*)?(?:"([^"]*)"?|([^\s"]+))/giu)) {
    const [whole, minus, field, quoted, bare] = piece
    const before = piece.index === 0 ? ' ' : text[piece.index - 1]
    const without = minus === '-' && /\s/.test(before)
    const only = (field?.toLowerCase() as TrendField | undefined) ?? null
    if (quoted !== undefined) {
      endRun()
      push(phrases, quoted, true, only, without)
    } else if (bare === 'OR' && whole === 'OR') {
      endAlternative()
    } else if (without) {
      endRun()
      push(phrases, bare, false, only, true)
    } else {
      if (only !== null) {
        endRun()
        run.field = only
      }
      run.text += ` ${minus}${bare}`
    }
  }
  endAlternative()
  if (alternatives.length === 0) throw new TidemapError('bad-request', `nothing to look for: "${text}"`, { hint: HINT })
  return alternatives
}

function push(phrases: QueryPhrase[], text: string, exact: boolean, field: TrendField | null, without: boolean): void {
  const words: QueryWord[] = []
  let offset = 0
  for (const part of cleanText(text).split(/\s+/)) {
    const prefix = part.endsWith('*') && part.length > 1
    const before = words.length
    tokenize(part, (token) => {
      const word = token.toLowerCase()
      if (!STOP_WORDS.has(word)) words.push({ word, match: exact ? 'exact' : 'inflections', offset })
      offset++
    })
    if (prefix && words.length > before) words[words.length - 1].match = 'prefix'
  }
  if (words.length === 0) return
  const first = words[0].offset
  phrases.push({ words: words.map((word) => ({ ...word, offset: word.offset - first })), field, without })
}

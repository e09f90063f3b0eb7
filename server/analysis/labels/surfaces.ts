import { AFTER_HYPHEN } from '../text/token-flags.ts'
import type { Corpus } from '../text/corpus.ts'
import { joinWords } from './join-words.ts'
import type { Occurrences } from './occurrences.ts'
import { shownForms } from './shown-forms.ts'

/**
 * How people write each of some phrases: the commonest form in running text (abstracts; titles only where there is no abstract),
 * with inner capitals and hyphens kept (`BERT`, `text-to-image`). Ties go to the lower code points.
 * `wanted` are stem sequences, `occurrences` where they stand (`occurrencesOf`); the answer has the same order.
 */
export function surfacesOf(
  corpus: Corpus,
  wanted: readonly Int32Array[],
  occurrences: readonly Occurrences[],
): string[] {
  const shown = shownForms(corpus)
  const isTitle = titleTokens(corpus)
  return wanted.map((stems, i) => {
    const { tokens } = occurrences[i]
    const { length } = stems
    return (
      commonest(corpus, tokens, isTitle, 0, length, shown) ??
      commonest(corpus, tokens, isTitle, 1, length, shown) ??
      Array.from(stems, (stem) => corpus.stemTexts[stem].replaceAll('_', ' ')).join(' ')
    )
  })
}

/** Token → 1 where it is in a title. */
function titleTokens({ n, starts, abstractStarts, forms }: Corpus): Uint8Array {
  const isTitle = new Uint8Array(forms.length)
  for (let paper = 0; paper < n; paper++) isTitle.fill(1, starts[paper], abstractStarts[paper])
  return isTitle
}

/** The text that stands most often at those of some tokens that are in titles (`title` 1) or not (0), `length` words from each on; undefined for none. */
function commonest(
  corpus: Corpus,
  tokens: Int32Array,
  isTitle: Uint8Array,
  title: number,
  length: number,
  shown: readonly string[],
): string | undefined {
  // There are few ways to write a phrase: each is spelled out once, and counted by its first place.
  const ways: number[] = []
  const times: number[] = []
  for (const token of tokens) {
    if (isTitle[token] !== title) continue
    let way = 0
    while (way < ways.length && !isSame(corpus, ways[way], token, length)) way++
    if (way === ways.length) {
      ways.push(token)
      times.push(0)
    }
    times[way]++
  }
  const counts = new Map<string, number>()
  ways.forEach((token, way) => {
    const text = written(corpus, token, length, shown)
    counts.set(text, (counts.get(text) ?? 0) + times[way])
  })
  let best: [string, number] | undefined
  for (const entry of counts) {
    if (best === undefined || entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0])) best = entry
  }
  return best?.[0]
}

/** Whether the same forms, joined in the same way, stand at two tokens. */
function isSame({ forms, flags }: Corpus, one: number, other: number, length: number): boolean {
  if (forms[one] !== forms[other]) return false
  for (let i = 1; i < length; i++) {
    if (forms[one + i] !== forms[other + i]) return false
    if (((flags[one + i] ^ flags[other + i]) & AFTER_HYPHEN) !== 0) return false
  }
  return true
}

/** The words from a token on, joined by the spaces and hyphens between them. */
function written(corpus: Corpus, token: number, length: number, shown: readonly string[]): string {
  let text = shown[corpus.forms[token]]
  for (let t = token + 1; t < token + length; t++)
    text = joinWords(text, shown[corpus.forms[t]], (corpus.flags[t] & AFTER_HYPHEN) !== 0)
  return text
}

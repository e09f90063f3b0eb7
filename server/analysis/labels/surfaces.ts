import { AFTER_HYPHEN } from '../text/token-flags.ts'
import type { Corpus } from '../text/corpus.ts'
import { joinWords } from './join-words.ts'
import { shownForms } from './shown-forms.ts'

/**
 * How people write each of some phrases: the commonest form in running text (abstracts; titles only where there is no abstract),
 * with inner capitals and hyphens kept (`BERT`, `text-to-image`). Ties go to the lower code points.
 * `wanted` are stem sequences, `occurrences` their tokens (`occurrencesOf`); the answer has the same order.
 */
export function surfacesOf(
  corpus: Corpus,
  wanted: readonly Int32Array[],
  occurrences: readonly Int32Array[],
): string[] {
  const shown = shownForms(corpus)
  const isTitle = titleTokens(corpus)
  return wanted.map((stems, i) => {
    const inAbstracts = new Map<string, number>()
    const inTitles = new Map<string, number>()
    if (stems.length === 1) countForms(corpus, occurrences[i], shown, isTitle, inAbstracts, inTitles)
    else {
      for (const token of occurrences[i]) {
        const counts = isTitle[token] === 1 ? inTitles : inAbstracts
        const text = written(corpus, token, stems.length, shown)
        counts.set(text, (counts.get(text) ?? 0) + 1)
      }
    }
    return (
      commonest(inAbstracts.size > 0 ? inAbstracts : inTitles) ??
      Array.from(stems, (stem) => corpus.stemTexts[stem].replaceAll('_', ' ')).join(' ')
    )
  })
}

/** Single words are many, and have few forms: those are counted by number. */
function countForms(
  { forms }: Corpus,
  tokens: Int32Array,
  shown: readonly string[],
  isTitle: Uint8Array,
  inAbstracts: Map<string, number>,
  inTitles: Map<string, number>,
): void {
  for (const [counts, title] of [
    [inAbstracts, 0],
    [inTitles, 1],
  ] as const) {
    const ofForm = new Map<number, number>()
    for (const token of tokens) {
      if (isTitle[token] === title) ofForm.set(forms[token], (ofForm.get(forms[token]) ?? 0) + 1)
    }
    for (const [form, count] of ofForm) counts.set(shown[form], (counts.get(shown[form]) ?? 0) + count)
  }
}

/** Token → 1 where it is in a title. */
function titleTokens({ n, starts, abstractStarts, forms }: Corpus): Uint8Array {
  const isTitle = new Uint8Array(forms.length)
  for (let paper = 0; paper < n; paper++) isTitle.fill(1, starts[paper], abstractStarts[paper])
  return isTitle
}

/** The words from a token on, joined by the spaces and hyphens between them. */
function written(corpus: Corpus, token: number, length: number, shown: readonly string[]): string {
  let text = shown[corpus.forms[token]]
  for (let t = token + 1; t < token + length; t++)
    text = joinWords(text, shown[corpus.forms[t]], (corpus.flags[t] & AFTER_HYPHEN) !== 0)
  return text
}

function commonest(counts: ReadonlyMap<string, number>): string | undefined {
  let best: [string, number] | undefined
  for (const entry of counts) {
    if (best === undefined || entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0])) best = entry
  }
  return best?.[0]
}

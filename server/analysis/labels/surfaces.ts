import { AT_TITLE, type FormUses, PLACE_FIELDS } from '../kernels/phrase-kernels.ts'
import { AFTER_HYPHEN } from '../text/token-flags.ts'
import type { Corpus } from '../text/corpus.ts'
import { joinWords } from './join-words.ts'
import type { Occurrences } from './phrase-places.ts'
import { shownForms } from './shown-forms.ts'

/**
 * How people write each of some phrases: the commonest form in running text (abstracts; titles only where there is no abstract),
 * with inner capitals and hyphens kept (`BERT`, `text-to-image`). Ties go to the lower code points.
 * `wanted` are stem sequences, `occurrences` where they stand (`occurrencesOf`), `uses` those of the corpus; the answer has the same order.
 */
export function surfacesOf(
  corpus: Corpus,
  uses: FormUses,
  wanted: readonly Int32Array[],
  occurrences: readonly Occurrences[],
): string[] {
  const shown = shownForms(corpus, uses)
  return wanted.map((stems, i) => {
    const { length } = stems
    return (
      commonest(corpus, occurrences[i], false, length, shown) ??
      commonest(corpus, occurrences[i], true, length, shown) ??
      Array.from(stems, (stem) => corpus.stemTexts[stem].replaceAll('_', ' ')).join(' ')
    )
  })
}

/** The text that stands most often at those of some places that are in titles, or in abstracts, `length` words from each on; undefined for none. */
function commonest(
  corpus: Corpus,
  places: Occurrences,
  inTitles: boolean,
  length: number,
  shown: readonly string[],
): string | undefined {
  // There are few ways to write a phrase: each is spelled out once, and counted by its first place.
  const ways: number[] = []
  const times: number[] = []
  for (let at = 0; at < places.length; at += PLACE_FIELDS) {
    if (places[at] < 0 !== inTitles) continue
    const token = places[at] & ~AT_TITLE
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

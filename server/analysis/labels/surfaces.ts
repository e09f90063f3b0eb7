import { type FormUses, PLACE_FIELDS } from '../kernels/phrase-kernels.ts'
import { AFTER_HYPHEN } from '../text/token-flags.ts'
import type { Corpus } from '../text/corpus.ts'
import { joinWords } from './join-words.ts'
import type { Look } from './phrase-places.ts'
import { shownForms } from './shown-forms.ts'

/**
 * How people write each of some phrases: the commonest form in running text (abstracts; titles only where there is no abstract),
 * with inner capitals and hyphens kept (`BERT`, `text-to-image`). Ties go to the lower code points.
 * `wanted` are stem sequences, `looks` theirs, `uses` those of the corpus; the answer has the same order.
 */
export function surfacesOf(
  corpus: Corpus,
  uses: FormUses,
  wanted: readonly Int32Array[],
  looks: readonly Pick<Look, 'ways'>[],
): string[] {
  const shown = shownForms(corpus, uses)
  return wanted.map((stems, i) => {
    const { ways } = looks[i]
    return (
      commonest(corpus, ways, IN_ABSTRACTS, stems.length, shown) ??
      commonest(corpus, ways, IN_TITLES, stems.length, shown) ??
      Array.from(stems, (stem) => corpus.stemTexts[stem].replaceAll('_', ' ')).join(' ')
    )
  })
}

/** Which number of a way is counted. */
const [IN_ABSTRACTS, IN_TITLES] = [1, 2]

/** The text that most of the places have, of those in abstracts or in titles (`counted`), `length` words each; undefined for none. */
function commonest(
  corpus: Corpus,
  ways: Int32Array,
  counted: number,
  length: number,
  shown: readonly string[],
): string | undefined {
  const counts = new Map<string, number>()
  for (let at = 0; at < ways.length; at += PLACE_FIELDS) {
    const times = ways[at + counted]
    if (times === 0) continue
    const text = written(corpus, ways[at], length, shown)
    counts.set(text, (counts.get(text) ?? 0) + times)
  }
  let best: [string, number] | undefined
  for (const entry of counts) {
    if (best === undefined || entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0])) best = entry
  }
  return best?.[0]
}

/** The words from a token on, joined by the spaces and hyphens between them. */
function written(corpus: Corpus, token: number, length: number, shown: readonly string[]): string {
  let text = shown[corpus.forms[token]]
  for (let t = token + 1; t < token + length; t++)
    text = joinWords(text, shown[corpus.forms[t]], (corpus.flags[t] & AFTER_HYPHEN) !== 0)
  return text
}

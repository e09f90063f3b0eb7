import { AFTER_BREAK } from '../../text/token-flags.ts'
import { findGram, mixWord } from '../gram-table.ts'
import {
  AT_TITLE,
  IS_INNER,
  LEADS_ON,
  MOST_WORDS,
  type PhraseKernels,
  type PhraseTokens,
  PLACE_FIELDS,
  type Wanted,
  WANTED,
} from '../phrase-kernels.ts'
import { evenly, stepsOf } from '../spaced-places.ts'
import { neighbourAt, wordAt } from './read-paper.ts'

export const placesOf: PhraseKernels['placesOf'] = (tokens, wanted, most) => {
  const { count } = wanted
  const counts = new Int32Array(count)
  eachPlace(tokens, wanted, (phrase) => counts[phrase]++)
  const steps = stepsOf(counts, 1, count, most)
  const next = new Int32Array(count)
  const starts = evenly(counts, next, steps, 1)
  const places = new Int32Array(PLACE_FIELDS * starts[count])
  eachPlace(tokens, wanted, (phrase, token, behind, isTitle) => {
    if (counts[phrase]-- > 0) return
    counts[phrase] = steps[phrase] - 1
    const at = PLACE_FIELDS * next[phrase]++
    places[at] = isTitle ? token | AT_TITLE : token
    places[at + 1] = token > 0 ? neighbourAt(tokens, token - 1, token) : -1
    places[at + 2] = behind < tokens.forms.length ? neighbourAt(tokens, behind, behind) : -1
  })
  return { starts, places }
}

/** Calls `meet` at every place of wanted phrases, with the token behind it and whether a title has it. */
function eachPlace(
  tokens: PhraseTokens,
  { words, table }: Wanted,
  meet: (phrase: number, token: number, behind: number, isTitle: boolean) => void,
): void {
  const { n, starts, abstractStarts, flags, frequent } = tokens
  for (let paper = 0; paper < n; paper++) {
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      let gram = wordAt(tokens, t)
      if (gram >= frequent) continue
      let hash = gram
      let use = words[gram]
      const end = Math.min(t + MOST_WORDS, starts[paper + 1])
      for (let u = t + 1; ; u++) {
        if (use >= WANTED) meet(Math.floor(use / WANTED) - 1, t, u, t < abstractStarts[paper])
        if ((use & LEADS_ON) === 0 || u >= end || (flags[u] & AFTER_BREAK) !== 0) break
        const word = wordAt(tokens, u)
        if (word >= frequent || (words[word] & IS_INNER) === 0) break
        hash = mixWord(hash, word)
        const at = findGram(table, hash, gram, word)
        if (at < 0) break
        gram = table.slots[at]
        use = table.slots[at + 1]
      }
    }
  }
}

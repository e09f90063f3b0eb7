import {
  AT_TITLE,
  HIT_IN_TITLE,
  type PhraseHits,
  type PhraseTokens,
  PLACE_FIELDS,
  type Places,
} from '../phrase-kernels.ts'
import { evenly, stepsOf } from '../spaced-places.ts'
import { eachHit } from './phrase-hits.ts'
import { neighbourAt } from './read-paper.ts'

/** Where phrases stand, whose lengths in words are given; of one that stands in more than `most` places evenly spaced ones. */
export function placesOf(tokens: PhraseTokens, hits: PhraseHits, lengths: Int32Array, most: number): Places {
  const counts = new Int32Array(hits.count)
  eachHit(tokens.starts, hits, (phrase) => counts[phrase]++)
  const steps = stepsOf(counts, 1, hits.count, most)
  const next = new Int32Array(hits.count)
  const starts = evenly(counts, next, steps, 1)
  const places = new Int32Array(PLACE_FIELDS * starts[hits.count])
  eachHit(tokens.starts, hits, (phrase, token, bits) => {
    if (counts[phrase]-- > 0) return
    counts[phrase] = steps[phrase] - 1
    const at = PLACE_FIELDS * next[phrase]++
    const behind = token + lengths[phrase]
    places[at] = (bits & HIT_IN_TITLE) === 0 ? token : token | AT_TITLE
    places[at + 1] = token > 0 ? neighbourAt(tokens, token - 1, token) : -1
    places[at + 2] = behind < tokens.forms.length ? neighbourAt(tokens, behind, behind) : -1
  })
  return { starts, places }
}

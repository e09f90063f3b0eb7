import { LookList } from '../look-list.ts'
import type { PhraseKernels } from '../phrase-kernels.ts'
import { describePlaces } from './describe-places.ts'
import { placesOf } from './places-of.ts'

export const lookAt: PhraseKernels['lookAt'] = (tokens, hits, lengths, most) => {
  const list = new LookList(hits.count)
  const places = placesOf(tokens, hits, lengths, most)
  list.add(places, describePlaces(tokens, places, lengths))
  return list.looks
}

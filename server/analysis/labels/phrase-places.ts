import type { Kernels } from '../kernels/kernels.ts'
import { addGram, gramTable } from '../kernels/gram-table.ts'
import { IS_INNER, LEADS_ON, PLACE_FIELDS, WANTED, type Wanted } from '../kernels/phrase-kernels.ts'
import type { PhrasePlaces, Phrases } from './phrases.ts'

/** Places of a phrase that are looked at, at most: how it is written and what stands beside it shows in a thousand as in a million. */
const MOST = 1000

/** Where a phrase stands, and between which words: `PLACE_FIELDS` numbers a place (`kernels/phrase-kernels.ts`). */
export type Occurrences = Int32Array

/** Where each of some phrases stands; of a phrase that stands in more than a thousand places evenly spaced ones. */
export function occurrencesOf(kernels: Kernels, { places }: Phrases, phrases: readonly number[]): Occurrences[] {
  return kernels.scope(() => {
    const wanted = wantedOf(kernels, places, phrases)
    const { starts, places: found } = kernels.placesOf(places.tokens, wanted, MOST)
    return phrases.map((_, i) => found.subarray(PLACE_FIELDS * starts[i], PLACE_FIELDS * starts[i + 1]))
  })
}

function wantedOf(
  kernels: Kernels,
  { tokens: { frequent }, grams: { parents, last }, hashes, gramOf }: PhrasePlaces,
  phrases: readonly number[],
): Wanted {
  const uses = new Int32Array(frequent + last.length)
  phrases.forEach((phrase, i) => {
    let gram = gramOf[phrase]
    uses[gram] |= WANTED * (i + 1)
    for (; gram >= frequent; gram = parents[gram - frequent]) {
      uses[parents[gram - frequent]] |= LEADS_ON
      uses[last[gram - frequent]] |= IS_INNER
    }
  })
  const words = kernels.int32(frequent)
  words.set(uses.subarray(0, frequent))
  let longer = 0
  for (let gram = frequent; gram < uses.length; gram++) if (uses[gram] !== 0) longer++
  const table = gramTable((length) => kernels.int32(length), longer)
  for (let i = 0; i < last.length; i++) {
    if (uses[frequent + i] !== 0) addGram(table, hashes[i], parents[i], last[i], frequent + i, uses[frequent + i])
  }
  return { count: phrases.length, words, table }
}

import type { Kernels } from '../kernels/kernels.ts'
import { addGram, gramTable } from '../kernels/gram-table.ts'
import {
  IS_INNER,
  LEADS_ON,
  LOOK_FIELDS,
  PLACE_FIELDS,
  type Places,
  WANTED,
  type Wanted,
} from '../kernels/phrase-kernels.ts'
import type { PhrasePlaces, Phrases } from './phrases.ts'

/** Places of a phrase that are looked at, at most: how it is written and what stands beside it shows in a thousand as in a million. */
const MOST = 1000

/** How a phrase stands among its neighbours, and how it is written. */
export interface Look {
  /** Places that were looked at. */
  places: number
  before: Neighbour
  behind: Neighbour
  /** The ways in which it is written, PLACE_FIELDS numbers each: a token where it stands so, and how often it does in abstracts and in titles. */
  ways: Int32Array
}

/** In how many places there is a word beside a phrase, and how often the commonest one is, if that is more than half of the words; else at most that. */
export interface Neighbour {
  words: number
  times: number
}

/** The looks of some phrases. */
export function looksOf(kernels: Kernels, phrases: Phrases, wanted: readonly number[]): Look[] {
  return kernels.scope(() => {
    const found = placesOfPhrases(kernels, phrases, wanted)
    const { stemStarts } = phrases
    const lengths = Int32Array.from(wanted, (phrase) => stemStarts[phrase + 1] - stemStarts[phrase])
    const looks = kernels.describePlaces(phrases.places.tokens, found, lengths)
    return wanted.map((_, i): Look => {
      const [wordsBefore, timesBefore, wordsBehind, timesBehind, ways] = looks.subarray(i * LOOK_FIELDS)
      const first = PLACE_FIELDS * found.starts[i]
      return {
        places: found.starts[i + 1] - found.starts[i],
        before: { words: wordsBefore, times: timesBefore },
        behind: { words: wordsBehind, times: timesBehind },
        ways: found.places.slice(first, first + PLACE_FIELDS * ways),
      }
    })
  })
}

/** Where each of some phrases stands, in the memory of the kernels; of a phrase that stands in more than a thousand places evenly spaced ones. */
export function placesOfPhrases(kernels: Kernels, { places }: Phrases, wanted: readonly number[]): Places {
  return kernels.placesOf(places.tokens, wantedOf(kernels, places, wanted), MOST)
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

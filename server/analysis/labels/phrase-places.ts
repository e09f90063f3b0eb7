import { LOOK_FIELDS, type Looks, PLACE_FIELDS } from '../kernels/phrase-kernels.ts'

/** Places of a phrase that are looked at, at most: how it is written and what stands beside it shows in a thousand as in a million. */
export const MOST_PLACES = 1000

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

/** The look of one phrase. */
export function lookOf({ places, fields, wayStarts, ways }: Looks, phrase: number): Look {
  const [wordsBefore, timesBefore, wordsBehind, timesBehind] = fields.subarray(phrase * LOOK_FIELDS)
  return {
    places: places[phrase],
    before: { words: wordsBefore, times: timesBefore },
    behind: { words: wordsBehind, times: timesBehind },
    ways: ways.subarray(PLACE_FIELDS * wayStarts[phrase], PLACE_FIELDS * wayStarts[phrase + 1]),
  }
}

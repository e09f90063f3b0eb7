import type { Corpus } from '../text/corpus.ts'
import { type Grams, Places } from './grams.ts'
import { BEGINS, ENDS, GOES_ON } from './phrase-roles.ts'

/** The frequent stems; of their places those with a token behind them that may go on. */
export function singleGrams(
  { n, starts, stemTexts }: Corpus,
  stems: Int32Array,
  roles: Uint8Array,
  minDocuments: number,
): Grams {
  const count = stemTexts.length
  const stemPapers = new Int32Array(count)
  const wholes = new Int32Array(count)
  const seen = new Int32Array(count).fill(-1)
  const seenWhole = new Int32Array(count).fill(-1)
  let going = 0
  for (let paper = 0; paper < n; paper++) {
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      const stem = stems[t]
      if (seen[stem] !== paper) {
        seen[stem] = paper
        stemPapers[stem]++
      }
      if ((roles[t] & BEGINS) === 0) continue
      if ((roles[t + 1] & GOES_ON) !== 0) going++
      if ((roles[t] & ENDS) === 0 || seenWhole[stem] === paper) continue
      seenWhole[stem] = paper
      wholes[stem]++
    }
  }
  const last = Int32Array.from(stemTexts.keys()).filter((stem) => stemPapers[stem] >= minDocuments)
  const gramOf = new Int32Array(count).fill(-1)
  last.forEach((stem, gram) => (gramOf[stem] = gram))
  const places = new Places(going)
  for (let paper = 0; paper < n; paper++) {
    const end = starts[paper + 1] - 1
    for (let t = starts[paper]; t < end; t++) {
      if ((roles[t] & BEGINS) === 0 || (roles[t + 1] & GOES_ON) === 0) continue
      const gram = gramOf[stems[t]]
      if (gram >= 0 && gramOf[stems[t + 1]] >= 0) places.add(t, paper, gram)
    }
  }
  return {
    shorter: new Int32Array(last.length).fill(-1),
    last,
    wholes: last.map((stem) => wholes[stem]),
    ...places.all(),
    stemPapers,
  }
}

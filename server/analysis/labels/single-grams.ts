import type { Kernels } from '../kernels/kernels.ts'
import type { StemmedCorpus } from '../text/corpus.ts'
import type { Grams, Places } from './grams.ts'
import { BEGINS, ENDS, GOES_ON } from './phrase-roles.ts'

/** The frequent stems, and those of their places with a token behind them that may go on. `stemPapers`: stem → papers that hold it. */
export function singleGrams(
  kernels: Kernels,
  { n, starts, stemTexts, stems }: StemmedCorpus,
  roles: Uint8Array,
  minDocuments: number,
): { grams: Grams; places: Places; stemPapers: Int32Array } {
  const all = stemTexts.length
  const stemPapers = new Int32Array(all)
  const wholes = new Int32Array(all)
  const seen = new Int32Array(all).fill(-1)
  const seenWhole = new Int32Array(all).fill(-1)
  for (let paper = 0; paper < n; paper++) {
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      const stem = stems[t]
      if (seen[stem] !== paper) {
        seen[stem] = paper
        stemPapers[stem]++
      }
      if ((roles[t] & (BEGINS | ENDS)) !== (BEGINS | ENDS) || seenWhole[stem] === paper) continue
      seenWhole[stem] = paper
      wholes[stem]++
    }
  }
  const last = Int32Array.from(stemTexts.keys()).filter((stem) => stemPapers[stem] >= minDocuments)
  const gramOf = new Int32Array(all).fill(-1)
  last.forEach((stem, gram) => (gramOf[stem] = gram))
  const goesOn = (t: number): boolean =>
    (roles[t] & BEGINS) !== 0 && (roles[t + 1] & GOES_ON) !== 0 && gramOf[stems[t]] >= 0 && gramOf[stems[t + 1]] >= 0
  let count = 0
  for (let paper = 0; paper < n; paper++) {
    const end = starts[paper + 1] - 1
    for (let t = starts[paper]; t < end; t++) if (goesOn(t)) count++
  }
  const tokens = kernels.int32(count)
  const grams = kernels.int32(count)
  let place = 0
  for (let paper = 0; paper < n; paper++) {
    const end = starts[paper + 1] - 1
    for (let t = starts[paper]; t < end; t++) {
      if (!goesOn(t)) continue
      tokens[place] = t
      grams[place++] = gramOf[stems[t]]
    }
  }
  return {
    grams: { shorter: new Int32Array(last.length).fill(-1), last, wholes: last.map((stem) => wholes[stem]) },
    places: { count, tokens, grams },
    stemPapers,
  }
}

import { hashOf } from './unit-hash.ts'
import { wordList } from './word-list.ts'
import { WordTable } from './word-table.ts'

/** The ending that a y takes the place of. */
export const IES = 3

/** Words that end like a plural and are none. */
const NO_PLURAL = new WordTable(wordList('alias always atlas bias canvas chaos cosmos lens news pancreas'.split(' ')))
/** Words of which two letters go, as of no other word with their endings. */
const LIKE_LOSSES = new WordTable(wordList(['biases', 'lenses']))

const unitsOf = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const [S, I, E, P, U] = unitsOf('siepu')
const [SMALL_A, SMALL_C, SMALL_G, SMALL_T, SMALL_Z, ZERO, NINE] = unitsOf('acgtz09')
const SERIES = unitsOf('series')
const SPECIES = unitsOf('species')
/** What stands before -es where both letters go. */
const BEFORE_ES = ['ss', 'x', 'ch', 'sh', 'zz'].map(unitsOf)

/**
 * How many letters of a lower-case word, units[start…end), are its plural ending, 0 where it has none; a y stands for IES. `losses` → `loss`, `studies` → `study`, `models` → `model`,
 * `gpus` → `gpu`. Words that end in ss, us or is stay (`loss`, `corpus`, `analysis`).
 * Plurals such as `spectra` stay apart from their singulars: folding them cost .01 NMI on papers of physics.
 * Rules after Harman's S-stemmer ("How effective is suffixing?", JASIS 1991), with -sses, -xes, -ches, -shes, -zzes added.
 */
export function pluralEnding(units: Uint16Array, start: number, end: number): number {
  const length = end - start
  if (length < 4 || units[end - 1] !== S) return 0
  const before = units[end - 2]
  if (!(before >= SMALL_A && before <= SMALL_Z) && !(before >= ZERO && before <= NINE)) return 0
  const hash = hashOf(units, start, end)
  if (NO_PLURAL.find(units, start, end, hash) >= 0) return 0
  if (LIKE_LOSSES.find(units, start, end, hash) >= 0) return 2
  if (before === E) {
    if (endsWith(units, start, end, SERIES) || endsWith(units, start, end, SPECIES)) return 0
    if (length > 4 && units[end - 3] === I && units[end - 4] !== SMALL_A && units[end - 4] !== E) return IES
    return BEFORE_ES.some((letters) => endsWith(units, start, end - 2, letters)) ? 2 : 1
  }
  if (before !== S && before !== U && before !== I) return 1
  const first = units[start]
  // cpus, gpus, tpus
  const isUnit =
    length === 4 &&
    before === U &&
    units[end - 3] === P &&
    (first === SMALL_C || first === SMALL_G || first === SMALL_T)
  return isUnit ? 1 : 0
}

function endsWith(units: Uint16Array, start: number, end: number, letters: readonly number[]): boolean {
  const from = end - letters.length
  if (from < start) return false
  for (let i = 0; i < letters.length; i++) if (units[from + i] !== letters[i]) return false
  return true
}

import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { IES, pluralEnding } from './plural-ending.ts'
import { wordList } from './word-list.ts'

const ENGLISH_WORD = /^[a-z]{3,}$/

/** A token in small letters; of an acronym in the plural without its ending: `LMs` is LM, though no rule of English says so. */
export function lowerCase(token: string): string {
  // Here and below, a look at one letter spares nearly all words a regular expression.
  return (token.endsWith('s') && /^[A-Z]{2,}s$/.test(token) ? token.slice(0, -1) : token).toLowerCase()
}

/** Porter's stem of a lower-case word; words with digits, apostrophes or other letters only lose a plural `s`. */
export function stem(word: string): string {
  return ENGLISH_WORD.test(word) ? porter.stem(word) : singular(word)
}

/** A lower-case word without its plural ending (`plural-ending`): `losses` → `loss`, `studies` → `study`, `models` → `model`, `gpus` → `gpu`. */
export function singular(word: string): string {
  if (!word.endsWith('s')) return word
  const { units } = wordList([word])
  const ending = pluralEnding(units, 0, units.length)
  return ending === IES ? `${word.slice(0, -IES)}y` : word.slice(0, word.length - ending)
}

/** Plurals of Latin and Greek, and of Old English. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `analyses analysis; axes axis; children child; corpora corpus; crises crisis; criteria criterion; diagnoses diagnosis;
  equilibria equilibrium; foci focus; hypotheses hypothesis; indices index; loci locus; matrices matrix; maxima maximum;
  mice mouse; minima minimum; momenta momentum; nuclei nucleus; optima optimum; parentheses parenthesis;
  phenomena phenomenon; radii radius; spectra spectrum; stimuli stimulus; syntheses synthesis; taxa taxon; theses thesis;
  vertices vertex`
    .split(';')
    .map((pair) => pair.trim().split(' ') as [string, string]),
)

/** Words that end like an inflection and are none. */
const NO_INFLECTION = new Set([
  'embed',
  'string',
  'spring',
  'thing',
  'bring',
  'being',
  'hundred',
  'shred',
  'sacred',
  'kindred',
  'sibling',
  'ceiling',
  'wedding',
  'evening',
  'morning',
  'speed',
  'feed',
  'seed',
  'need',
  'breed',
  'exceed',
  'proceed',
  'indeed',
  'weed',
])

/**
 * The form that inflections of one word share: `parse`, `parses`, `parsed`, `parsing` → `pars`; `alignment` stays apart
 * from `align`. Coarser than `singular`, finer than `stem`: what a typed query means.
 */
export function inflectionStem(word: string): string {
  const base = IRREGULAR.get(word) ?? singular(word)
  if (!ENGLISH_WORD.test(base)) return base
  const cut = NO_INFLECTION.has(base) ? null : /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(base)
  let root = base
  if (cut && cut[1].length >= 3) {
    root = cut[1]
    // running → runn → run; but calling → call, missing → miss, buzzing → buzz
    if (/([^aeiouylsz])\1$/.test(root)) root = root.slice(0, -1)
  }
  return root.length > 3 && root.endsWith('e') ? root.slice(0, -1) : root
}

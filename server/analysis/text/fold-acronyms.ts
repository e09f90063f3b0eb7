import { findDefinitions, hasTwoCapitals, withoutPlural } from './acronym-definitions.ts'
import { agreedAcronyms, agrees, type Meaning, type MeantAcronym } from './acronyms.ts'
import type { Corpus } from './corpus.ts'
import { IS_ACADEMIC, IS_STOP } from './fold.ts'
import { wordsAt } from './find-long-forms.ts'
import { AGAIN, byFirstStem, OTHERWISE, type Unit } from './long-forms.ts'
import { plainTokenKernels } from './plain-token-kernels.ts'
import { AFTER_HYPHEN } from './token-flags.ts'
import type { TokenKernels } from './token-kernels.ts'

/**
 * The corpus with every acronym that it agrees on and the long form of that acronym as one term: `large language models`, `LLMs` and
 * `LLM` are then forms, one token each, of the stem `large_language_model`. In a paper that gives an acronym another meaning it
 * stays as it is. An acronym in brackets behind its long form goes, since it says the same once more.
 * Takes the arrays of the corpus over, and changes them.
 */
export function foldAcronyms(corpus: Corpus, kernels: TokenKernels = plainTokenKernels): Corpus {
  const { agreed, definitions } = agreedAcronyms(corpus, findDefinitions(corpus, kernels))
  return agreed.size === 0 ? corpus : contract(kernels, corpus, definitions, agreed)
}

function contract(
  kernels: TokenKernels,
  corpus: Corpus,
  definitions: readonly MeantAcronym[],
  acronyms: ReadonlyMap<string, Meaning>,
): Corpus {
  const formTexts = [...corpus.formTexts]
  const formLanguages = [...corpus.formLanguages]
  const stemOfForm = Array.from(corpus.stemOfForm)
  const stemTexts = [...corpus.stemTexts]
  const longForms = new Map(corpus.longForms)
  const units = unitsOf(acronyms, stemTexts)
  const known = byFirstStem([...units.values()], corpus.stemTexts.length)
  const acronymOfForm = acronymsOfForms(kernels, corpus, acronyms)

  const formOf = formNumbers(formTexts, (language, { stem }) => {
    formLanguages.push(language)
    stemOfForm.push(stem)
  })
  const formOfShort = (form: number): number => {
    const { key } = acronyms.get(acronymOfForm[form]!)!
    return formOf(corpus.formTexts[form], units.get(key)!, corpus.formLanguages[form])
  }
  const unitOfStems = new Map(Array.from(units.values(), (unit) => [unit.stems.join(' '), unit]))
  const formOfLong = (t: number, words: number): number => {
    const own = corpus.forms.slice(t, t + words)
    const unit = unitOfStems.get(Array.from(own, (form) => corpus.stemOfForm[form]).join(' '))!
    const form = formOf(written(corpus, t, words), unit, corpus.formLanguages[own[0]])
    if (!longForms.has(form)) longForms.set(form, own)
    return form
  }

  const rows = kernels.scope(() => {
    const begins = kernels.bytes(corpus.formTexts.length)
    for (let form = 0; form < begins.length; form++) {
      const stem = corpus.stemOfForm[form]
      begins[form] = acronymOfForm[form] !== undefined ? 1 : known.firsts[stem + 1] > known.firsts[stem] ? 2 : 0
    }
    const marks = kernels.bytes(corpus.forms.length)
    markOwn(corpus, definitions, acronyms, acronymOfForm, marks)
    const found = kernels.findLongForms(corpus, { ...known, begins, stemOfForm: corpus.stemOfForm }, marks)
    const { numbers, firsts } = kernels.numberWritings(corpus, marks, found)
    // The same words need not be written out each time.
    const formOfWriting = firsts.map((t) => {
      const words = wordsAt(marks, t)
      return words === 1 ? formOfShort(corpus.forms[t]) : formOfLong(t, words)
    })
    for (let i = 0; i < found.length; i++) corpus.forms[found[i]] = formOfWriting[numbers[i]]
    return kernels.compact(corpus, marks)
  })
  const stemKinds = new Uint8Array(stemTexts.length)
  stemKinds.set(corpus.stemKinds)
  for (const { stems, stem } of units.values()) {
    // `SOTA` says no more than `state of the art` does.
    if (stems.every((part) => (corpus.stemKinds[part] & (IS_STOP | IS_ACADEMIC)) !== 0)) stemKinds[stem] = IS_ACADEMIC
  }
  return {
    ...rows,
    formTexts,
    formLanguages,
    stemOfForm: Int32Array.from(stemOfForm),
    stemTexts,
    stemKinds,
    longForms,
  }
}

/** Numbers further forms, by their stem and their text; `add` is called with each that is new. */
function formNumbers(
  formTexts: string[],
  add: (language: number, unit: Unit) => void,
): (text: string, unit: Unit, language: number) => number {
  const known = new Map<string, number>()
  return (text, unit, language) => {
    const key = `${unit.stem} ${text}`
    let form = known.get(key)
    if (form === undefined) {
      form = formTexts.length
      known.set(key, form)
      formTexts.push(text)
      add(language, unit)
    }
    return form
  }
}

/** Share of a word's uses that must be the acronym, for its other ways of writing to mean the same: `llm` does, `map` does not. */
const LEAST_SHARE = 0.8

/** Form → the acronym that it is, if it is one. */
function acronymsOfForms(
  kernels: TokenKernels,
  corpus: Corpus,
  acronyms: ReadonlyMap<string, Meaning>,
): (string | undefined)[] {
  const uses = kernels.countForms(corpus.forms, corpus.formTexts.length)
  const known = corpus.formTexts.map((text) => {
    // No acronym has fewer.
    if (!hasTwoCapitals(text)) return undefined
    const acronym = withoutPlural(text)
    return acronyms.has(acronym) ? acronym : undefined
  })
  /** Stem → 1 + the place of the first acronym that is counted as it, and how often it is written as an acronym and at all. */
  const placeOf = new Int32Array(corpus.stemTexts.length)
  const ofStems: { acronym: string; asAcronym: number; all: number }[] = []
  known.forEach((acronym, form) => {
    const stem = corpus.stemOfForm[form]
    if (acronym !== undefined && placeOf[stem] === 0) placeOf[stem] = ofStems.push({ acronym, asAcronym: 0, all: 0 })
  })
  corpus.stemOfForm.forEach((stem, form) => {
    if (placeOf[stem] === 0) return
    const entry = ofStems[placeOf[stem] - 1]
    entry.all += uses[form]
    if (known[form] === entry.acronym) entry.asAcronym += uses[form]
  })
  corpus.stemOfForm.forEach((stem, form) => {
    if (known[form] !== undefined || placeOf[stem] === 0) return
    const { acronym, asAcronym, all } = ofStems[placeOf[stem] - 1]
    if (asAcronym >= LEAST_SHARE * all) known[form] = acronym
  })
  return known
}

/** One stem for each long form, added to `stemTexts`. Key → unit. */
function unitsOf(acronyms: ReadonlyMap<string, Meaning>, stemTexts: string[]): Map<string, Unit> {
  const units = new Map<string, Unit>()
  for (const { key, stems } of acronyms.values()) {
    if (units.has(key)) continue
    units.set(key, { stems, stem: stemTexts.length })
    stemTexts.push(key)
  }
  return units
}

/** Marks what papers say themselves: the tokens that only repeat a long form before them, and the acronyms to which they give another meaning. */
function markOwn(
  { starts, forms }: Corpus,
  definitions: readonly MeantAcronym[],
  acronyms: ReadonlyMap<string, Meaning>,
  acronymOfForm: readonly (string | undefined)[],
  marks: Uint8Array,
): void {
  const repeated: number[] = []
  for (const { paper, acronym, meaning, short, to } of definitions) {
    if (agrees(meaning, acronyms.get(acronym)!)) {
      if (short === to) repeated.push(short)
      continue
    }
    for (let t = starts[paper]; t < starts[paper + 1]; t++)
      if (acronymOfForm[forms[t]] === acronym) marks[t] = OTHERWISE
  }
  for (const short of repeated) marks[short] = AGAIN
}

/** The words from a token on, joined by the spaces and hyphens between them. */
function written(corpus: Corpus, token: number, length: number): string {
  let text = corpus.formTexts[corpus.forms[token]]
  for (let t = token + 1; t < token + length; t++)
    text += ((corpus.flags[t] & AFTER_HYPHEN) !== 0 ? '-' : ' ') + corpus.formTexts[corpus.forms[t]]
  return text
}

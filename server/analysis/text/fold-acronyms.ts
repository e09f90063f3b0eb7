import type { FoundDefinitions } from './acronym-definitions.ts'
import { type Acronyms, agreedAcronyms, type Meaning, OTHER, SAME } from './acronyms.ts'
import type { Corpus } from './corpus.ts'
import { IS_ACADEMIC, IS_STOP } from './word-kind.ts'
import { wordsAt } from './find-long-forms.ts'
import { AGAIN, byFirstStem, OTHERWISE, type Unit } from './long-forms.ts'
import { AFTER_HYPHEN } from './token-flags.ts'
import type { TokenKernels } from './token-kernels.ts'

/**
 * The corpus with every acronym that it agrees on and the long form of that acronym as one term: `large language models`, `LLMs` and
 * `LLM` are then forms, one token each, of the stem `large_language_model`. In a paper that gives an acronym another meaning it
 * stays as it is. An acronym in brackets behind its long form goes, since it says the same once more.
 * Takes the arrays of the corpus over, and changes them. `uses`: form → tokens of it.
 */
export function foldAcronyms(
  corpus: Corpus,
  definitions: FoundDefinitions,
  uses: Int32Array,
  kernels: TokenKernels,
): Corpus {
  const acronyms = agreedAcronyms(corpus, definitions)
  return acronyms.agreed.size === 0 ? corpus : contract(kernels, corpus, definitions, acronyms, uses)
}

function contract(
  kernels: TokenKernels,
  corpus: Corpus,
  definitions: FoundDefinitions,
  { agreed, verdicts }: Acronyms,
  uses: Int32Array,
): Corpus {
  const { formTexts, formLanguages, stemTexts, stemOfForm } = corpus
  const [formCount, stemCount] = [formTexts.length, stemTexts.length]
  const longForms = new Map(corpus.longForms)
  const acronymOfForm = acronymsOfForms(uses, corpus, definitions, agreed)
  const units = unitsOf(agreed, stemTexts)
  const known = byFirstStem([...units.values()], stemCount)

  const addedStems: number[] = []
  const formOf = formNumbers(formTexts, (language, stem) => {
    formLanguages.push(language)
    addedStems.push(stem)
  })
  const formOfShort = (form: number): number => {
    const { key } = agreed.get(acronymOfForm[form] - 1)!
    return formOf(formTexts[form], units.get(key)!.stem, formLanguages[form])
  }
  const formOfLong = (t: number, words: number): number => {
    const own = corpus.forms.slice(t, t + words)
    let unit = known.firsts[stemOfForm[own[0]]]
    while (!isUnit(unit, own)) unit++
    const form = formOf(written(corpus, t, words), known.stands[unit], formLanguages[own[0]])
    if (!longForms.has(form)) longForms.set(form, own)
    return form
  }
  const isUnit = (unit: number, own: Int32Array): boolean => {
    const first = known.starts[unit]
    return (
      known.starts[unit + 1] - first === own.length &&
      own.every((form, i) => stemOfForm[form] === known.stems[first + i])
    )
  }

  const rows = kernels.scope(() => {
    const begins = kernels.bytes(formCount)
    for (let form = 0; form < formCount; form++) {
      const stem = stemOfForm[form]
      begins[form] = acronymOfForm[form] > 0 ? 1 : known.firsts[stem + 1] > known.firsts[stem] ? 2 : 0
    }
    const marks = kernels.bytes(corpus.forms.length)
    markOwn(corpus, definitions, verdicts, acronymOfForm, marks)
    const found = kernels.findLongForms(corpus, { ...known, begins, stemOfForm }, marks)
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
  const stems = new Int32Array(formTexts.length)
  stems.set(stemOfForm)
  stems.set(addedStems, formCount)
  return { ...rows, formTexts, formLanguages, stemOfForm: stems, stemTexts, stemKinds, longForms }
}

/** Numbers further forms, by their stem and their text; `add` is called with each that is new. */
function formNumbers(
  formTexts: string[],
  add: (language: number, stem: number) => void,
): (text: string, stem: number, language: number) => number {
  const known = new Map<string, number>()
  return (text, stem, language) => {
    const key = `${stem} ${text}`
    let form = known.get(key)
    if (form === undefined) {
      form = formTexts.length
      known.set(key, form)
      formTexts.push(text)
      add(language, stem)
    }
    return form
  }
}

/** Share of a word's uses that must be the acronym, for its other ways of writing to mean the same: `llm` does, `map` does not. */
const LEAST_SHARE = 0.8

/** Form → 1 + the number of the acronym that it is, of those that the papers agree on; 0 where it is none. */
function acronymsOfForms(
  uses: Int32Array,
  { stemOfForm, stemTexts }: Corpus,
  { acronymOf, acronyms }: FoundDefinitions,
  agreed: ReadonlyMap<number, Meaning>,
): Int32Array {
  const isAgreed = new Uint8Array(acronyms.length + 1)
  for (const acronym of agreed.keys()) isAgreed[acronym + 1] = 1
  const known = acronymOf.map((acronym) => (isAgreed[acronym] === 1 ? acronym : 0))
  /** Stem → 1 + the first acronym that is counted as it, 0 for none; how often it is written as that acronym, and at all. */
  const acronymOfStem = new Int32Array(stemTexts.length)
  const asAcronym = new Int32Array(stemTexts.length)
  const all = new Int32Array(stemTexts.length)
  for (let form = 0; form < known.length; form++) {
    const stem = stemOfForm[form]
    if (known[form] > 0 && acronymOfStem[stem] === 0) acronymOfStem[stem] = known[form]
  }
  for (let form = 0; form < known.length; form++) {
    const stem = stemOfForm[form]
    if (acronymOfStem[stem] === 0) continue
    all[stem] += uses[form]
    if (known[form] === acronymOfStem[stem]) asAcronym[stem] += uses[form]
  }
  for (let form = 0; form < known.length; form++) {
    const stem = stemOfForm[form]
    if (known[form] === 0 && acronymOfStem[stem] > 0 && asAcronym[stem] >= LEAST_SHARE * all[stem])
      known[form] = acronymOfStem[stem]
  }
  return known
}

/** One stem for each long form, added to `stemTexts`. Key → unit. */
function unitsOf(agreed: ReadonlyMap<number, Meaning>, stemTexts: string[]): Map<string, Unit> {
  const units = new Map<string, Unit>()
  for (const { key, stems } of agreed.values()) {
    if (units.has(key)) continue
    units.set(key, { stems, stem: stemTexts.length })
    stemTexts.push(key)
  }
  return units
}

/** Marks what papers say themselves: the tokens that only repeat a long form before them, and the acronyms to which they give another meaning. */
function markOwn(
  { starts, forms }: Corpus,
  { papers, shorts, tos, acronymOf }: FoundDefinitions,
  verdicts: Uint8Array,
  acronymOfForm: Int32Array,
  marks: Uint8Array,
): void {
  for (let i = 0; i < verdicts.length; i++) {
    if (verdicts[i] !== OTHER) continue
    const acronym = acronymOf[forms[shorts[i]]]
    for (let t = starts[papers[i]]; t < starts[papers[i] + 1]; t++)
      if (acronymOfForm[forms[t]] === acronym) marks[t] = OTHERWISE
  }
  for (let i = 0; i < verdicts.length; i++) if (verdicts[i] === SAME && shorts[i] === tos[i]) marks[shorts[i]] = AGAIN
}

/** The words from a token on, joined by the spaces and hyphens between them. */
function written(corpus: Corpus, token: number, length: number): string {
  let text = corpus.formTexts[corpus.forms[token]]
  for (let t = token + 1; t < token + length; t++)
    text += ((corpus.flags[t] & AFTER_HYPHEN) !== 0 ? '-' : ' ') + corpus.formTexts[corpus.forms[t]]
  return text
}

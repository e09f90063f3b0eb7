import { findDefinitions, withoutPlural } from './acronym-definitions.ts'
import { agreedAcronyms, agrees, type Meaning, type MeantAcronym, meantAcronyms } from './acronyms.ts'
import type { Corpus } from './corpus.ts'
import { IS_ACADEMIC, IS_STOP } from './fold.ts'
import { NumberMap } from '../math/number-map.ts'
import { byFirstStem, longFormAt, type Unit } from './long-forms.ts'
import { plainTokenKernels } from './plain-token-kernels.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from './token-flags.ts'
import type { TokenKernels } from './token-kernels.ts'

/**
 * The corpus with every acronym that it agrees on and the long form of that acronym as one term: `large language models`, `LLMs` and
 * `LLM` are then forms, one token each, of the stem `large_language_model`. In a paper that gives an acronym another meaning it
 * stays as it is. An acronym in brackets behind its long form goes, since it says the same once more.
 * Takes the arrays of the corpus over, and changes them.
 */
export function foldAcronyms(corpus: Corpus, kernels: TokenKernels = plainTokenKernels): Corpus {
  const definitions = meantAcronyms(corpus, findDefinitions(corpus, kernels))
  const acronyms = agreedAcronyms(corpus.n, definitions)
  return acronyms.size === 0 ? corpus : contract(kernels, corpus, definitions, acronyms)
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
  const words = byFirstStem([...units.values()], corpus.stemTexts.length)
  const { unitsFrom } = words
  const acronymOfForm = acronymsOfForms(kernels, corpus, acronyms)

  const known = new Map<string, number>()
  const formOf = (text: string, unit: Unit, language: number): number => {
    const key = `${unit.stem} ${text}`
    let form = known.get(key)
    if (form === undefined) {
      form = formTexts.length
      known.set(key, form)
      formTexts.push(text)
      formLanguages.push(language)
      stemOfForm.push(unit.stem)
    }
    return form
  }

  /** Form → what stands for it where it is an acronym, −1 where nobody has asked. */
  const formOfShort = new Int32Array(corpus.formTexts.length).fill(-1)
  // The same words need not be written out each time: step by step, words that were met lead to a place, and that of a long form to its form.
  const places = new NumberMap(1 << 12)
  const formAt = new Map<number, number>()
  const formOfLong = (t: number, unit: Unit): number => {
    const to = t + unit.stems.length
    let place = 0
    for (let token = t; token < to; token++) {
      const isJoined = token > t && (corpus.flags[token] & AFTER_HYPHEN) !== 0 ? 1 : 0
      place = places.getOrSet(place * MOST_STEPS + 2 * corpus.forms[token] + isJoined, places.size + 1)
    }
    let form = formAt.get(place)
    if (form === undefined) {
      form = formOf(written(corpus, t, unit.stems.length), unit, corpus.formLanguages[corpus.forms[t]])
      formAt.set(place, form)
      if (!longForms.has(form)) longForms.set(form, corpus.forms.slice(t, to))
    }
    return form
  }

  const rows = kernels.scope(() => {
    /** Form → 1 where it is an acronym, 2 where a long form may begin with it. */
    const begins = kernels.bytes(corpus.formTexts.length)
    for (let form = 0; form < begins.length; form++) {
      if (acronymOfForm[form] !== undefined) begins[form] = 1
      else if (unitsFrom[corpus.stemOfForm[form]] !== undefined) begins[form] = 2
    }
    const dropped = kernels.bytes(corpus.forms.length)
    const { forms, flags, starts, abstractStarts } = corpus
    let paper = -1
    let own = NOTHING
    let next = 0
    /** Where the last long form ends. */
    let after = 0
    for (const t of kernels.findBegins(forms, begins, corpus.stemOfForm, words.mayBegin)) {
      if (t < after) continue
      if (paper < 0 || starts[paper + 1] <= t) {
        while (starts[paper + 1] <= t) paper++
        while (next < definitions.length && definitions[next].paper < paper) next++
        const first = next
        while (next < definitions.length && definitions[next].paper === paper) next++
        own = first === next ? NOTHING : ownDefinitions(definitions.slice(first, next), acronyms)
      }
      const to = t < abstractStarts[paper] ? abstractStarts[paper] : starts[paper + 1]
      if (own.repeated.has(t)) {
        dropped[t] = GONE
        if (t + 1 < to) flags[t + 1] |= AFTER_BREAK
        continue
      }
      const form = forms[t]
      const short = acronymOfForm[form]
      const unit = longFormAt(corpus, words, t, to)
      if (unit !== undefined) {
        after = t + unit.stems.length
        forms[t] = formOfLong(t, unit)
        dropped.fill(GONE, t + 1, after)
      } else if (short !== undefined && !own.otherwise.has(short)) {
        if (formOfShort[form] < 0) {
          const { key } = acronyms.get(short)!
          formOfShort[form] = formOf(corpus.formTexts[form], units.get(key)!, corpus.formLanguages[form])
        }
        forms[t] = formOfShort[form]
      }
    }
    return kernels.compact(corpus, dropped)
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

/** What `compact` is told of a token that has become part of the one before it, or says nothing more. */
const GONE = 2

/** Ways to go on from a place: more than twice the forms that a collection has. */
const MOST_STEPS = 2 ** 26

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
    const acronym = withoutPlural(text)
    return acronyms.has(acronym) ? acronym : undefined
  })
  /** Stem → the first acronym that is counted as it, and how often it is written as an acronym and at all. */
  const ofStem = new Map<number, { acronym: string; asAcronym: number; all: number }>()
  known.forEach((acronym, form) => {
    const stem = corpus.stemOfForm[form]
    if (acronym !== undefined && !ofStem.has(stem)) ofStem.set(stem, { acronym, asAcronym: 0, all: 0 })
  })
  corpus.stemOfForm.forEach((stem, form) => {
    const entry = ofStem.get(stem)
    if (entry === undefined) return
    entry.all += uses[form]
    if (known[form] === entry.acronym) entry.asAcronym += uses[form]
  })
  return known.map((acronym, form) => {
    if (acronym !== undefined) return acronym
    const entry = ofStem.get(corpus.stemOfForm[form])
    return entry !== undefined && entry.asAcronym >= LEAST_SHARE * entry.all ? entry.acronym : undefined
  })
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

interface OwnDefinitions {
  repeated: ReadonlySet<number>
  otherwise: ReadonlySet<string>
}

const NOTHING: OwnDefinitions = { repeated: new Set(), otherwise: new Set() }

/** What a paper says itself: the tokens that only repeat a long form before them, and the acronyms to which it gives another meaning. */
function ownDefinitions(definitions: readonly MeantAcronym[], acronyms: ReadonlyMap<string, Meaning>): OwnDefinitions {
  const repeated = new Set<number>()
  const otherwise = new Set<string>()
  for (const { acronym, meaning, short, to } of definitions) {
    const agreed = acronyms.get(acronym)
    if (agreed === undefined) continue
    if (!agrees(meaning, agreed)) otherwise.add(acronym)
    else if (short === to) repeated.add(short)
  }
  return { repeated, otherwise }
}

/** The words from a token on, joined by the spaces and hyphens between them. */
function written(corpus: Corpus, token: number, length: number): string {
  let text = corpus.formTexts[corpus.forms[token]]
  for (let t = token + 1; t < token + length; t++)
    text += ((corpus.flags[t] & AFTER_HYPHEN) !== 0 ? '-' : ' ') + corpus.formTexts[corpus.forms[t]]
  return text
}

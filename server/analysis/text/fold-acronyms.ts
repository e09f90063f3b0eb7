import { type Definition, findDefinitions, withoutPlural } from './acronym-definitions.ts'
import { type Acronym, acronymAt, agreedAcronyms, agrees } from './acronyms.ts'
import type { Corpus } from './corpus.ts'
import { IS_ACADEMIC, IS_STOP } from './fold.ts'
import { NumberMap } from '../math/number-map.ts'
import { byFirstStem, longFormAt, type Unit } from './long-forms.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from './token-flags.ts'

/**
 * The corpus with every acronym that it agrees on and the long form of that acronym as one term: `large language models`, `LLMs` and
 * `LLM` are then forms, one token each, of the stem `large_language_model`. In a paper that gives an acronym another meaning it
 * stays as it is. An acronym in brackets behind its long form goes, since it says the same once more.
 * Takes the arrays of the corpus over, and changes them.
 */
export function foldAcronyms(corpus: Corpus): Corpus {
  const definitions = findDefinitions(corpus)
  const acronyms = agreedAcronyms(corpus, definitions)
  return acronyms.size === 0 ? corpus : contract(corpus, definitions, acronyms)
}

function contract(corpus: Corpus, definitions: readonly Definition[], acronyms: ReadonlyMap<string, Acronym>): Corpus {
  const formTexts = [...corpus.formTexts]
  const formLanguages = [...corpus.formLanguages]
  const stemOfForm = Array.from(corpus.stemOfForm)
  const stemTexts = [...corpus.stemTexts]
  const longForms = new Map(corpus.longForms)
  const units = unitsOf(acronyms, stemTexts)
  const words = byFirstStem([...units.values()], corpus.stemTexts.length)
  const { unitsFrom } = words
  const acronymOfForm = acronymsOfForms(corpus, acronyms)

  /** Form → 1 where neither an acronym nor a long form begins. */
  const plainForms = Uint8Array.from(corpus.formTexts, (_, form) =>
    acronymOfForm[form] === undefined && unitsFrom[corpus.stemOfForm[form]] === undefined ? 1 : 0,
  )

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

  const formOfShort: number[] = []
  // The same words need not be written out each time: step by step, words that were met lead to a place, and that of a long form to its form.
  const places = new NumberMap(1 << 12)
  const formAt: number[] = []
  const formOfLong = (t: number, unit: Unit): number => {
    const to = t + unit.stems.length
    let place = 0
    for (let token = t; token < to; token++) {
      const isJoined = token > t && (corpus.flags[token] & AFTER_HYPHEN) !== 0 ? 1 : 0
      place = places.getOrSet(place * MOST_STEPS + 2 * corpus.forms[token] + isJoined, places.size + 1)
    }
    let form = formAt[place]
    if (form === undefined) {
      form = formOf(written(corpus, t, unit.stems.length), unit, corpus.formLanguages[corpus.forms[t]])
      formAt[place] = form
      if (!longForms.has(form)) longForms.set(form, corpus.forms.slice(t, to))
    }
    return form
  }

  // In place: no token moves back, and no copy of all is needed.
  const { forms, flags } = corpus
  const starts = new Int32Array(corpus.n + 1)
  const abstractStarts = new Int32Array(corpus.n)
  /** The tokens from `from` to `to` go to place `kept`; where the next ones go. */
  const read = (from: number, to: number, own: OwnDefinitions, first: number): number => {
    let kept = first
    let carried = 0
    for (let t = from; t < to; t++) {
      let form = forms[t]
      if (plainForms[form] === 0) {
        if (own.repeated.size > 0 && own.repeated.has(t)) {
          carried = AFTER_BREAK
          continue
        }
        const short = acronymOfForm[form]
        const unit = longFormAt(corpus, words, t, to)
        flags[kept] = flags[t] | carried
        if (unit !== undefined) {
          form = formOfLong(t, unit)
          t += unit.stems.length - 1
        } else if (short !== undefined && !own.otherwise.has(short)) {
          form = formOfShort[form] ??= formOf(
            corpus.formTexts[form],
            units.get(acronyms.get(short)!.key)!,
            corpus.formLanguages[form],
          )
        }
      } else flags[kept] = flags[t] | carried
      carried = 0
      forms[kept++] = form
    }
    return kept
  }
  let kept = 0
  let next = 0
  for (let paper = 0; paper < corpus.n; paper++) {
    const first = next
    while (next < definitions.length && definitions[next].paper === paper) next++
    const own = first === next ? NOTHING : ownDefinitions(corpus, definitions.slice(first, next), acronyms)
    kept = read(corpus.starts[paper], corpus.abstractStarts[paper], own, kept)
    abstractStarts[paper] = kept
    kept = read(corpus.abstractStarts[paper], corpus.starts[paper + 1], own, kept)
    starts[paper + 1] = kept
  }
  const stemKinds = new Uint8Array(stemTexts.length)
  stemKinds.set(corpus.stemKinds)
  for (const { stems, stem } of units.values()) {
    // `SOTA` says no more than `state of the art` does.
    if (stems.every((part) => (corpus.stemKinds[part] & (IS_STOP | IS_ACADEMIC)) !== 0)) stemKinds[stem] = IS_ACADEMIC
  }
  return {
    n: corpus.n,
    starts,
    abstractStarts,
    forms: forms.subarray(0, kept),
    flags: flags.subarray(0, kept),
    formTexts,
    formLanguages,
    stemOfForm: Int32Array.from(stemOfForm),
    stemTexts,
    stemKinds,
    longForms,
  }
}

/** Ways to go on from a place: more than twice the forms that a collection has. */
const MOST_STEPS = 2 ** 26

/** Share of a word's uses that must be the acronym, for its other ways of writing to mean the same: `llm` does, `map` does not. */
const LEAST_SHARE = 0.8

/** Form → the acronym that it is, if it is one. */
function acronymsOfForms(corpus: Corpus, acronyms: ReadonlyMap<string, Acronym>): (string | undefined)[] {
  const uses = new Int32Array(corpus.formTexts.length)
  const { forms } = corpus
  for (let t = 0; t < forms.length; t++) uses[forms[t]]++
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
function unitsOf(acronyms: ReadonlyMap<string, Acronym>, stemTexts: string[]): Map<string, Unit> {
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
function ownDefinitions(
  corpus: Corpus,
  definitions: readonly Definition[],
  acronyms: ReadonlyMap<string, Acronym>,
): OwnDefinitions {
  const repeated = new Set<number>()
  const otherwise = new Set<string>()
  for (const definition of definitions) {
    const acronym = acronyms.get(acronymAt(corpus, definition.short))
    if (acronym === undefined) continue
    if (!agrees(corpus, definition, acronym)) otherwise.add(acronymAt(corpus, definition.short))
    else if (definition.short === definition.to) repeated.add(definition.short)
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

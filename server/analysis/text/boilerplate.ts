import { IS_ACADEMIC, IS_BARE, IS_STOP, wordKind } from './fold.ts'
import { frequentStretches, type OnStretch } from './frequent-stretches.ts'
import { LISTED_PHRASES } from './listed-phrases.ts'
import { lowerCase } from './stem.ts'
import { AFTER_BREAK, AFTER_COLON, AFTER_HYPHEN, AFTER_SENTENCE, tokenize } from './tokenize.ts'
import type { Tokens } from './tokens.ts'

/** Tokens of a run that is boilerplate where many papers have it word by word. */
const RUN = 7
/** Tokens of a sentence, and of the head of a section, that is boilerplate where many papers have it. */
const SHORTEST_SENTENCE = 3
const LONGEST_HEAD = 4
/** Share of the words of a run that hold sentences together or stand in any abstract; a run with fewer may be of the subject. */
const LEAST_EMPTY = 0.6
/** Papers that must have it: this many, and this share of all. */
const LEAST_PAPERS = 3
const LEAST_SHARE = 0.002
/** An abstract of which more than this share is boilerplate is a copy of others: it keeps its words. */
const MOST_OF_ABSTRACT = 0.5

/**
 * The tokens without what many abstracts say word by word: sentences (`All rights reserved.`), runs of seven words (`is available
 * under the terms of the …`), heads of sections (`Results:`), each in at least three papers and one in five hundred; and without some
 * phrases that are known to say nothing (`listed-phrases`). A run must be of words that say little, and a sentence hold one: the
 * collection may share a subject (`signal to interference plus noise ratio`). Numbers are all alike here, as copyright years differ. Titles keep
 * what they repeat. A break stands where words went. Linear in the number of tokens.
 */
export function dropBoilerplate(tokens: Tokens): Tokens {
  const words = wordsOf(tokens)
  const dropped = new Uint8Array(tokens.forms.length)
  const least = Math.max(LEAST_PAPERS, Math.ceil(LEAST_SHARE * tokens.n))
  if (tokens.n >= LEAST_PAPERS) {
    dropRuns(tokens, words, least, dropped)
    keepCopies(tokens, dropped)
  }
  dropListed(tokens, words, dropped)
  return without(tokens, dropped)
}

/** Numbers of words, whatever their case. */
interface Words {
  /** Form → word; 0 for every number. */
  ofForm: Int32Array
  /** Form → 1 where it says nothing by itself: a stop word, a word of academic prose, a number. */
  emptyForms: Uint8Array
  known: ReadonlyMap<string, number>
}

function wordsOf({ formTexts, formLanguages }: Tokens): Words {
  const known = new Map<string, number>()
  const ofForm = Int32Array.from(formTexts, (text) => {
    if (/^\p{N}+$/u.test(text)) return 0
    const word = lowerCase(text)
    let id = known.get(word)
    if (id === undefined) known.set(word, (id = known.size + 1))
    return id
  })
  const emptyForms = Uint8Array.from(formTexts, (text, form) =>
    (wordKind(lowerCase(text), formLanguages[form]) & (IS_STOP | IS_ACADEMIC | IS_BARE)) === 0 ? 0 : 1,
  )
  return { ofForm, emptyForms, known }
}

/** Marks sentences, runs and heads that at least `least` papers have. */
function dropRuns(tokens: Tokens, { ofForm, emptyForms }: Words, least: number, dropped: Uint8Array): void {
  const { n, abstractStarts, starts, forms, flags } = tokens
  const highOf = ofForm.map((word) => mixed(word, HIGH))
  const lowOf = ofForm.map((word) => mixed(word, LOW))
  const visit = (paper: number, found: OnStretch): void => {
    const first = abstractStarts[paper]
    const end = starts[paper + 1]
    let sentence = first
    let emptyOfRun = 0
    let emptyOfSentence = 0
    // A run's hash is a polynomial of its words, so that the next one follows from it (Karp and Rabin 1987).
    let high = 0
    let low = 0
    for (let t = first; t < end; t++) {
      const next = t + 1
      const form = forms[t]
      const empty = emptyForms[form]
      emptyOfRun += empty
      emptyOfSentence += empty
      high = (Math.imul(high, HIGH) + highOf[form]) | 0
      low = (Math.imul(low, LOW) + lowOf[form]) | 0
      if (t - RUN >= first) {
        const gone = forms[t - RUN]
        emptyOfRun -= emptyForms[gone]
        high = (high - Math.imul(HIGH_OF_RUN, highOf[gone])) | 0
        low = (low - Math.imul(LOW_OF_RUN, lowOf[gone])) | 0
      }
      if (next - RUN >= first && emptyOfRun >= LEAST_EMPTY * RUN) found(keyOf(high, low), next - RUN, next)
      const after = next === end ? AFTER_SENTENCE : flags[next]
      if ((after & (AFTER_SENTENCE | AFTER_COLON)) === 0) continue
      const length = next - sentence
      if ((after & AFTER_COLON) !== 0 && length <= LONGEST_HEAD) found(keyFrom(sentence, next, HEAD), sentence, next)
      // Longer sentences are runs.
      if (length >= SHORTEST_SENTENCE && length < RUN && emptyOfSentence > 0)
        found(keyFrom(sentence, next, SENTENCE), sentence, next)
      sentence = next
      emptyOfSentence = 0
    }
  }
  frequentStretches(n, forms.length, least, visit, (from, to) => dropped.fill(1, from, to))

  /** `kind` keeps a head apart from a sentence of the same words, and both from runs. */
  function keyFrom(from: number, to: number, kind: number): number {
    let high = kind
    let low = to - from
    for (let t = from; t < to; t++) {
      high = (Math.imul(high, HIGH) + highOf[forms[t]]) | 0
      low = (Math.imul(low, LOW) + lowOf[forms[t]]) | 0
    }
    return keyOf(high, low)
  }
}

const SENTENCE = 0x2545f491
const HEAD = 0x5851f42d
/** Bases of two polynomials modulo 2³², and their powers that a word has when its run has gone by. */
const HIGH = 0x01000193
const LOW = 0x85ebca6b | 0
const HIGH_OF_RUN = power(HIGH)
const LOW_OF_RUN = power(LOW)

function power(base: number): number {
  let result = 1
  for (let i = 0; i < RUN; i++) result = Math.imul(result, base)
  return result
}

/** A word's number, well mixed: the finalizer of MurmurHash3. */
function mixed(word: number, seed: number): number {
  let hash = Math.imul(word + 1, seed)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** 52 bits of two hashes. */
function keyOf(high: number, low: number): number {
  return ((high ^ (high >>> 15)) >>> 0) * 0x100000 + (low >>> 12)
}

function keepCopies({ n, abstractStarts, starts }: Tokens, dropped: Uint8Array): void {
  for (let paper = 0; paper < n; paper++) {
    const abstract = dropped.subarray(abstractStarts[paper], starts[paper + 1])
    let count = 0
    for (const mark of abstract) count += mark
    if (count > MOST_OF_ABSTRACT * abstract.length) abstract.fill(0)
  }
}

function dropListed(tokens: Tokens, { ofForm, known }: Words, dropped: Uint8Array): void {
  const byFirst = new Map<number, number[][]>()
  for (const phrase of LISTED_PHRASES) {
    const words: (number | undefined)[] = []
    tokenize(phrase, (token) => words.push(known.get(token)))
    if (words.some((word) => word === undefined)) continue
    const list = byFirst.get(words[0]!)
    if (list) list.push(words as number[])
    else byFirst.set(words[0]!, [words as number[]])
  }
  if (byFirst.size === 0) return
  const isFirst = new Uint8Array(known.size + 1)
  for (const word of byFirst.keys()) isFirst[word] = 1
  for (let paper = 0; paper < tokens.n; paper++) {
    const end = tokens.starts[paper + 1]
    for (let t = tokens.starts[paper]; t < end; t++) {
      const word = ofForm[tokens.forms[t]]
      if (isFirst[word] === 0) continue
      for (const words of byFirst.get(word)!) {
        if (t + words.length <= end && words.every((other, i) => ofForm[tokens.forms[t + i]] === other))
          dropped.fill(1, t, t + words.length)
      }
    }
  }
}

function without(tokens: Tokens, dropped: Uint8Array): Tokens {
  const { n } = tokens
  const forms = new Int32Array(tokens.forms.length)
  const flags = new Uint8Array(tokens.forms.length)
  const starts = new Int32Array(n + 1)
  const abstractStarts = new Int32Array(n)
  let kept = 0
  const read = (from: number, to: number): void => {
    let carried = 0
    for (let t = from; t < to; t++) {
      if (dropped[t] === 1) {
        carried |= AFTER_BREAK | tokens.flags[t]
        continue
      }
      forms[kept] = tokens.forms[t]
      flags[kept++] = carried === 0 ? tokens.flags[t] : (carried | tokens.flags[t]) & ~AFTER_HYPHEN
      carried = 0
    }
  }
  for (let paper = 0; paper < n; paper++) {
    read(tokens.starts[paper], tokens.abstractStarts[paper])
    abstractStarts[paper] = kept
    read(tokens.abstractStarts[paper], tokens.starts[paper + 1])
    starts[paper + 1] = kept
  }
  return { ...tokens, starts, abstractStarts, forms: forms.slice(0, kept), flags: flags.slice(0, kept) }
}

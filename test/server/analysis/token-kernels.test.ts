import { describe, expect, it } from 'vitest'
import type { Kernels } from '../../../server/analysis/kernels/kernels.ts'
import { plainKernels } from '../../../server/analysis/kernels/plain/plain-kernels.ts'
import { createRandom } from '../../../server/analysis/math/random.ts'
import type { FormTerms } from '../../../server/analysis/matrix/form-terms.ts'
import { hashesOfForms } from '../../../server/analysis/text/form-facts.ts'
import { smallWords } from '../../../server/analysis/text/small-words.ts'
import { byFirstStem, type Unit } from '../../../server/analysis/text/long-forms.ts'
import type { TokenRows } from '../../../server/analysis/text/token-kernels.ts'
import { wordList } from '../../../server/analysis/text/word-list.ts'
import type { startKernels as Start } from '../../../server/engine/local/kernel-threads.ts'

// Threads run compiled files.
const built = new URL('../../../dist/server/engine/local/kernel-threads.js', import.meta.url).href
const { startKernels } = (await import(built)) as { startKernels: typeof Start }
const OTHERS = { 'one thread': startKernels(1), 'three threads': startKernels(3) }

const N = 3000
const FORMS = 500

/** Papers of 0 to 68 words, small numbers oftener than large ones. */
function rows(kernels: Kernels): TokenRows {
  const random = createRandom(3)
  const starts = kernels.int32(N + 1)
  const abstractStarts = kernels.int32(N)
  for (let i = 0; i < N; i++) {
    starts[i + 1] = starts[i] + ((i * 7) % 69)
    abstractStarts[i] = starts[i] + Math.min(5, (i * 7) % 69)
  }
  const forms = kernels.int32(starts[N])
  const flags = kernels.bytes(starts[N])
  forms.forEach((_, t) => (forms[t] = Math.floor(FORMS * random.next() ** 4)))
  flags.forEach((_, t) => (flags[t] = [0, 0, 0, 0, 2, 1, 5, 33][random.below(8)]))
  return { n: N, starts, abstractStarts, forms, flags }
}

function marks(kernels: Kernels, length: number, most: number, seed: number): Uint8Array {
  const random = createRandom(seed)
  const marked = kernels.bytes(length)
  marked.forEach((_, i) => (marked[i] = random.below(4) === 0 ? 1 + random.below(most) : 0))
  return marked
}

/** Long forms of two to four words, of which some begin alike. */
const UNITS: Unit[] = Array.from({ length: 200 }, (_, i) => {
  const random = createRandom(20 + (i >> 1))
  const length = 2 + (i % 3)
  return { stems: Int32Array.from({ length }, () => Math.floor((FORMS / 2) * random.next() ** 4)), stem: i }
})

/** Some forms are none, and two are lists. */
const TERMS: FormTerms = {
  own: Int32Array.from({ length: FORMS }, (_, form) =>
    form % 3 === 0 ? -1 : form === 4 ? -2 : form === 7 ? -6 : form,
  ),
  lists: Int32Array.of(3, 4, -1, 200, 2, 7, 1),
}

const words = Array.from({ length: FORMS }, (_, form) => `w${form}`)
const shardsOfWords = [0, 1, 2].map((shard) => {
  const own = words
    .map((word, i) => (i % 9 === 0 ? `${word} é and ${word}` : word))
    .slice(100 * shard, 100 * shard + 250)
  const starts = Int32Array.from({ length: own.length + 1 }, (_, i) => own.slice(0, i).join('').length)
  return { units: Uint16Array.from(own.join(''), (sign) => sign.charCodeAt(0)), starts }
})

/** Each kernel once: what it wrote and returned. */
const RUNS: Record<string, (kernels: Kernels) => unknown> = {
  wordJoiner: (kernels) =>
    kernels.scope(() => {
      const joiner = kernels.wordJoiner()
      const numbers = shardsOfWords.map((list) => joiner.add(list))
      return { numbers, words: joiner.words(), some: joiner.words(240) }
    }),
  renumber: (kernels) => {
    const { forms } = rows(kernels)
    // Of four shards one is empty, and two share their numbers.
    const [third, half] = [Math.floor(forms.length / 3), forms.length >> 1]
    const ends = Int32Array.of(third, third, half, forms.length)
    const sets = [1, 2, 3].map((set) => Int32Array.from({ length: FORMS }, (_, form) => set * FORMS - form))
    const numbers = [sets[0], sets[1], sets[2], sets[0]]
    let done = 0
    kernels.renumber(forms, ends, numbers, () => done++)
    expect(done).toBe(1)
    return forms
  },
  countForms: (kernels) => kernels.countForms(rows(kernels).forms, FORMS),
  countMarked: (kernels) => kernels.countMarked(rows(kernels), marks(kernels, FORMS, 1, 1)),
  'findMarked of forms': (kernels) => kernels.findMarked(rows(kernels).forms, marks(kernels, FORMS, 1, 1)),
  'findMarked of flags': (kernels) => kernels.findMarked(rows(kernels).flags, marks(kernels, 256, 1, 2)),
  findBegins: (kernels) => {
    const stems = Int32Array.from({ length: FORMS }, (_, form) => form >> 1)
    return kernels.findBegins(rows(kernels).forms, marks(kernels, FORMS, 2, 1), stems, marks(kernels, 65_536, 1, 4))
  },
  matchDefinitions: (kernels) => {
    const read = rows(kernels)
    const random = createRandom(8)
    // Acronyms of two and three letters, of which there are four, and words of one to six of them.
    read.flags.forEach((_, t) => (read.flags[t] = [0, 0, 0, 0, 0, 2, 5, 8, 8, 17][random.below(10)]))
    const wordOf = (most: number): string =>
      Array.from({ length: 1 + random.below(most) }, () => 'abcé'[random.below(4)]).join('')
    const { units, starts } = wordList(Array.from({ length: FORMS }, () => wordOf(6)))
    const acronyms = Array.from({ length: 40 }, () => `${wordOf(1)}${wordOf(2)}`)
    const { units: letters, starts: letterStarts } = wordList(acronyms)
    const acronymOf = Int32Array.from({ length: FORMS }, (_, form) => (form % 3 === 0 ? 1 + random.below(40) : 0))
    const most = Int32Array.from(acronyms, ({ length }) => 2 * length)
    const opened = Int32Array.from(read.flags.keys()).filter((t) => (read.flags[t] & 8) !== 0)
    const found = kernels.matchDefinitions(read, { units, starts, letters, letterStarts, acronymOf, most }, opened)
    expect(found.papers.length).toBeGreaterThan(1000)
    // Of both kinds: behind the long form, and before it.
    expect(new Set(found.shorts.map((short, i) => Math.sign(short - found.froms[i])))).toEqual(new Set([-1, 1]))
    return found
  },
  'findLongForms and numberWritings': (kernels) => {
    const read = rows(kernels)
    const stemOfForm = Int32Array.from({ length: FORMS }, (_, form) => form >> 1)
    const known = byFirstStem(UNITS, FORMS / 2)
    const begins = kernels.bytes(FORMS)
    const longForms = { ...known, stemOfForm, begins }
    for (const { stems } of UNITS) begins.fill(2, 2 * stems[0], 2 * stems[0] + 2)
    for (let form = 0; form < FORMS; form += 5) begins[form] = 1
    // As what a paper says itself is marked: of acronyms alone.
    const ownMarks = marks(kernels, read.forms.length, 2, 6)
    read.forms.forEach((form, t) => (ownMarks[t] = begins[form] === 1 ? ownMarks[t] : 0))
    const found = kernels.findLongForms(read, longForms, ownMarks)
    const { numbers, firsts } = kernels.numberWritings(read, ownMarks, found)
    expect(firsts.length).toBeGreaterThan(FORMS / 2)
    expect(Math.max(...ownMarks)).toBe(5)
    return { found, numbers, firsts, ownMarks, flags: read.flags }
  },
  // Few enough to be noted for the next look, and so many that there is no room for all of them.
  'few stretches': (kernels) => stretchesOf(kernels, 2),
  'many stretches': (kernels) => stretchesOf(kernels, 9),
  compact: (kernels) => {
    const read = rows(kernels)
    const dropped = marks(kernels, read.forms.length, 2, 5)
    return kernels.compact(read, dropped)
  },
  'compact of nothing': (kernels) => {
    const read = rows(kernels)
    return kernels.compact(read, kernels.bytes(read.forms.length))
  },
  countDocuments: (kernels) => kernels.countDocuments(rows(kernels), TERMS, FORMS),
  countColumns: (kernels) => kernels.countColumns(rows(kernels), TERMS, FORMS, 2),
  'countColumns in an order that is given later': (kernels) => {
    const turned = (terms: Int32Array): Int32Array => terms.map((term) => (term < 0 ? term : FORMS - 1 - term))
    // Counts of terms in a list are no terms.
    const lists = turned(TERMS.lists)
    for (const at of [0, 4]) lists[at] = TERMS.lists[at]
    const counts = kernels.countColumns(rows(kernels), TERMS, FORMS, 2, () => ({ own: turned(TERMS.own), lists }))
    expect(counts).toEqual(kernels.countColumns(rows(kernels), { own: turned(TERMS.own), lists }, FORMS, 2))
    return counts
  },
  weigh: (kernels) => {
    const counts = kernels.countColumns(rows(kernels), TERMS, FORMS, 2)
    const idf = Float64Array.from({ length: FORMS }, (_, column) => 1 + column / 7)
    return kernels.weigh(counts, idf, Float64Array.of(0, 1, 1.7, 2.1))
  },
}

/** The stretches of a collection in which each `every`-th word says something. */
function stretchesOf(kernels: Kernels, every: number): unknown {
  const kinds = Uint8Array.from(words, (_, form) => (form % every === 0 ? 0 : 1))
  const hashes = hashesOfForms(kernels, { formTexts: words, small: smallWords(wordList(words), words), kinds })
  const done: string[] = []
  const [meanwhile, later] = ['meanwhile', 'later'].map((work) => (): void => void done.push(work))
  const found = kernels.stretches({ ...rows(kernels), hashes }, 3, 1 << 12, meanwhile, later)
  expect(done).toEqual(['meanwhile', 'later'])
  expect(found.starts.length).toBeGreaterThan(1000)
  return found
}

describe.each(Object.entries(OTHERS))('%s of WebAssembly', (_, kernels) => {
  it.each(Object.entries(RUNS))('%s as the twin does, bit for bit', (_, run) => {
    expect(kernels.scope(() => run(kernels))).toEqual(run(plainKernels))
  })
})

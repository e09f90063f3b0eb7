import { describe, expect, it } from 'vitest'
import { keyOf, type Label, labelGroupings } from '../../../../server/analysis/labels/label-topics.ts'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { findPhrases } from '../../../../server/analysis/labels/phrases.ts'
import { readCorpus } from '../../../../server/analysis/text/read-corpus.ts'
import { paper } from '../../../support/planted-papers.ts'

/** Labels of groups of abstracts. */
function labelsOf(groups: readonly (readonly string[])[]): Label[] {
  const abstracts = groups.flat()
  const corpus = readCorpus(
    abstracts.map((abstract, i) => paper({ id: `p${String(i).padStart(3, '0')}`, title: '–', abstract })),
    'singular',
  )
  const groupOf = Int32Array.from(groups.flatMap((group, g) => group.map(() => g)))
  const grouping = { groupOf, k: groups.length }
  return labelGroupings(plainKernels, corpus, findPhrases(plainKernels, corpus, 2), [grouping])[0]
}

const times = (count: number, text: (i: number) => string): string[] => Array.from({ length: count }, (_, i) => text(i))
const VERBS = ['spreads', 'wanes', 'hides', 'splits', 'travels', 'returns']
const OTHERS = times(6, (i) => `Coral reefs bleach in lagoon ${i}. Coral reefs recover slowly. Tides move sand.`)

describe('acronyms', () => {
  it('are one term with their long form, shown as papers mostly write it', () => {
    const llm = times(6, (i) => `Large language models (LLMs) ${VERBS[i]}. We ${VERBS[5 - i]} LLMs. LLMs ${VERBS[i]}.`)
    const [label] = labelsOf([llm, OTHERS])
    expect(label.label).toBe('LLMs')
    expect(label.terms.join(' ')).not.toMatch(/large language/i)
    const written = times(
      6,
      (i) => `The large language models (LLMs) ${VERBS[i]}. How large language models ${VERBS[5 - i]}!`,
    )
    expect(labelsOf([written, OTHERS])[0].label).toBe('large language models')
  })

  it('stand beside no phrase that has their letters, even where no paper defines them', () => {
    const speech = times(6, (i) => `Automatic speech recognition hears voice ${i}. ASR hears accents. ASR errs.`)
    const [{ terms }] = labelsOf([speech, OTHERS])
    expect(terms.includes('ASR') && terms.includes('automatic speech recognition')).toBe(false)
  })
})

it('never gives two groups one label, be it in another number or form', () => {
  const games = times(6, (i) => `Zero-sum games end ${i}. Zero-sum games have values. Players ${i} act.`)
  const more = times(6, (i) => `A zero-sum game ends ${i}. The zero-sum game has a value. Bidders ${i} bid.`)
  const labels = labelsOf([games, more, OTHERS]).map(({ label }) => keyOf(label))
  expect(new Set(labels).size).toBe(3)
})

it('shows no phrase that is torn off a longer one', () => {
  const markov = times(8, (i) => `Partially observable Markov decision processes plan route ${i}. Belief states shift.`)
  for (const term of labelsOf([markov, OTHERS])[0].terms)
    expect(term).not.toMatch(/^(?:observable Markov|Markov decision|decision)$/i)
})

it('names no group by an adjective', () => {
  const nouns = ['parsing', 'roles', 'frames', 'drift', 'search', 'memory', 'priming', 'maps']
  const semantic = nouns.map(
    (noun) => `Semantic ${noun} matter. We compare semantic ${noun} by hand. Verbs select arguments.`,
  )
  expect(labelsOf([semantic, OTHERS])[0].label).not.toBe('semantic')
})

it('lets few terms share a word', () => {
  const kinds = ['neural', 'literary', 'legal', 'spoken', 'medical']
  const translation = times(
    10,
    (i) => kinds.map((kind) => `${kind} translation helps ${i}.`).join(' ') + ' Bilingual dictionaries help.',
  )
  const { terms } = labelsOf([translation, OTHERS])[0]
  expect(terms.filter((term) => term.includes('translation')).length).toBeLessThanOrEqual(2)
})

it('keeps compounds that hyphens make, and the capitals of names', () => {
  const tested = times(6, (i) => `COVID-19 ${VERBS[i]} in Bergen. We ${VERBS[5 - i]} COVID-19.`)
  const means = times(6, (i) => `The k-means ${VERBS[i]} points. We ${VERBS[5 - i]} k-means.`)
  const [covid, kMeans] = labelsOf([tested, means, OTHERS])
  expect(covid.terms).toContain('COVID-19')
  expect(covid.terms).toContain('Bergen')
  expect(kMeans.terms).toContain('k-means')
})

it('gives a group without any phrase no terms', () => {
  expect(labelsOf([OTHERS, ['of the', 'and so']])[1]).toEqual({ label: '', terms: [] })
})

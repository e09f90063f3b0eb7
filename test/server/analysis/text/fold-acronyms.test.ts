import { expect, it } from 'vitest'
import type { Corpus } from '../../../../server/analysis/text/corpus.ts'
import { readCorpus } from '../../../../server/analysis/text/read-corpus.ts'
import { paper } from '../../../support/planted-papers.ts'

const corpusOf = (abstracts: readonly string[]): Corpus =>
  readCorpus(
    abstracts.map((abstract, i) => paper({ id: `p${i}`, title: '–', abstract })),
    'singular',
  )

/** What the tokens of each paper are counted as. */
const stems = (corpus: Corpus): string[][] =>
  Array.from({ length: corpus.n }, (_, i) =>
    Array.from(
      corpus.forms.slice(corpus.abstractStarts[i], corpus.starts[i + 1]),
      (form) => corpus.stemTexts[corpus.stemOfForm[form]],
    ),
  )

it('counts an acronym and its long form as one term, and drops the one that only repeats the other', () => {
  const corpus = corpusOf([
    'Large Language Models (LLMs) grow and LLMs grow so that LLM growth',
    'An LLM grows',
    'large language-model growth',
    'llm tools',
  ])
  const unit = 'large_language_model'
  expect(stems(corpus)).toEqual([
    [unit, 'grow', 'and', unit, 'grow', 'so', 'that', unit, 'growth'],
    ['an', unit, 'grow'],
    [unit, 'growth'],
    [unit, 'tool'],
  ])
  expect(corpus.formTexts[corpus.forms[0]]).toBe('Large Language Models')
})

it('leaves alone what papers disagree about, and in a paper what it means otherwise', () => {
  const translation = 'machine translation (MT) helps'
  const [first, second, third] = stems(corpusOf([translation, 'metamorphic testing (MT) helps', 'MT alone']))
  expect([first, second, third].flat()).not.toContain('machine_translation')
  const many = stems(
    corpusOf([...Array.from({ length: 4 }, () => translation), 'metamorphic testing (MT) by MT', 'MT alone']),
  )
  expect(many[4]).toEqual(['metamorphic', 'testing', 'mt', 'by', 'mt'])
  expect(many[5]).toEqual(['machine_translation', 'alone'])
})

it('takes small letters for the acronym only where they are rarely another word', () => {
  const corpus = corpusOf(['mean average precision (MAP) and a map of a map on the map', 'MAP and the map'])
  expect(stems(corpus)[1]).toEqual(['mean_average_precision', 'and', 'the', 'map'])
})

it('prefers the longest long form and crosses no break', () => {
  const corpus = corpusOf([
    'neural machine translation (NMT) and machine translation (MT)',
    'neural machine translation, machine. Translation',
  ])
  expect(stems(corpus)[1]).toEqual(['neural_machine_translation', 'machine', 'translation'])
})

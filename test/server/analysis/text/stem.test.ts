import { expect, it } from 'vitest'
import { inflectionStem, singular, stem } from '../../../../server/analysis/text/stem.ts'

it.each([
  ['models', 'model'],
  ['losses', 'loss'],
  ['loss', 'loss'],
  ['studies', 'study'],
  ['boxes', 'box'],
  ['classes', 'class'],
  ['matches', 'match'],
  ['gpus', 'gpu'],
  ['corpus', 'corpus'],
  ['analysis', 'analysis'],
  ['series', 'series'],
  ['gas', 'gas'],
  ['news', 'news'],
  ['biases', 'bias'],
])('takes the plural off %s', (word, expected) => {
  expect(singular(word)).toBe(expected)
})

it('puts inflections together and families apart', () => {
  const same = (...words: string[]): void => expect(new Set(words.map(inflectionStem)).size, words.join()).toBe(1)
  same('parse', 'parses', 'parsed', 'parsing')
  same('function', 'functions')
  same('corpus', 'corpora')
  same('equilibrium', 'equilibria')
  same('alignment', 'alignments')
  same('embed', 'embeds', 'embedded', 'embedding')
  expect(inflectionStem('alignment')).not.toBe(inflectionStem('align'))
  expect(inflectionStem('general')).not.toBe(inflectionStem('generative'))
  expect(inflectionStem('string')).not.toBe(inflectionStem('str'))
})

it('stems English words as Porter does and leaves others', () => {
  expect(stem('alignment')).toBe(stem('aligned'))
  expect(stem('relational')).toBe('relat')
  expect(stem('gpt4')).toBe('gpt4')
  expect(stem('модели')).toBe('модели')
})

import { expect, it } from 'vitest'
import {
  parseStopWords,
  parseSynonyms,
  parseVocabulary,
  stopWordsText,
  synonymsText,
  vocabularyRows,
} from '../../shared/vocabulary-text.ts'

it('reads ignored words by line and by comma, past remarks and a byte order mark', () => {
  const text =
    '\uFEFF# what every abstract says\r\ndata, Framework,,\r\n\r\nstate of  the art # said of everything\nC#\ndata\n'
  expect(parseStopWords(text)).toEqual({ value: ['data', 'Framework', 'state of the art', 'C#'], faults: [] })
})

it('reads synonyms, a group a line', () => {
  expect(parseSynonyms('large language model = LLM=LLMs\n\n# a remark\nGPU = graphics card # another\n')).toEqual({
    value: [
      ['large language model', 'LLM', 'LLMs'],
      ['GPU', 'graphics card'],
    ],
    faults: [],
  })
})

it('says on which line something is wrong, and reads the rest', () => {
  const { value, faults } = parseVocabulary({
    stopWords: 'good\nmuch too long a phrase\n\na=b, fine\n',
    synonyms: 'a = b\nalone\nc = = d\n# remark\nB = e\ngood = f\n',
  })
  expect(faults.stopWords).toEqual([
    { line: 2, message: 'more than 4 words: “much too long a phrase”' },
    { line: 4, message: 'a word with a comma, = or # in it: “a=b”' },
  ])
  expect(faults.synonyms).toEqual([
    { line: 2, message: 'a group of synonyms needs two forms: “alone”' },
    { line: 3, message: 'nothing beside a =: “c = = d”' },
    { line: 5, message: 'in two groups of synonyms: “B”' },
    { line: 6, message: 'both ignored and a synonym: “good”' },
  ])
  expect(value.stopWords).toEqual(['good', 'fine'])
})

it('refuses what is too much', () => {
  const lines = Array.from({ length: 1001 }, (_, i) => `w${i}`)
  expect(parseStopWords(lines.join('\n'))).toEqual({
    value: [],
    faults: [{ line: 1001, message: 'more than 1000 ignored words: 1001' }],
  })
})

it('writes what it reads', () => {
  const value = { stopWords: ['data', 'state of the art'], synonyms: [['LLM', 'large language model']] }
  const texts = { stopWords: stopWordsText(value.stopWords), synonyms: synonymsText(value.synonyms) }
  expect(parseVocabulary(texts)).toEqual({ value, faults: { stopWords: [], synonyms: [] } })
})

it('says what a vocabulary holds, and no more than one asks for', () => {
  const vocabulary = { stopWords: ['a', 'b', 'c'], synonyms: [['d', 'e']] }
  expect(vocabularyRows(vocabulary, 2)).toEqual([
    ['Ignored words', 'a, b and 1 more'],
    ['Synonyms', 'd = e'],
  ])
  expect(vocabularyRows(undefined)).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { matchQuery } from '../../../../server/analysis/search/search.ts'
import { buildTextIndex, readTextIndex, writeTextIndex } from '../../../../server/analysis/search/text-index.ts'
import { TidemapError } from '../../../../shared/error.ts'
import { paper } from '../../../support/planted-papers.ts'

const papers = [
  paper({ id: 'a', title: 'A loss function for alignment', abstract: 'We study loss functions.' }),
  paper({ id: 'b', title: 'Losses of function', abstract: 'Aligned models. The function is lost.' }),
  paper({ id: 'c', title: 'Pre-training of models', abstract: 'State-of-the-art pretraining, self-supervised.' }),
  paper({ id: 'd', title: 'Morphology', abstract: 'morphological analysis; BERT parses' }),
  paper({ id: 'e', title: 'Parsing', date: '2020' }),
]
const index = buildTextIndex(papers)
const found = (query: string, fields: ('title' | 'abstract')[] = ['title', 'abstract']): string =>
  [...matchQuery(index, query, fields)].map((number) => index.ids[number]).join('')

describe('queries', () => {
  it.each([
    ['loss functions', 'a'],
    ['loss function', 'a'],
    ['function loss', ''],
    ['alignment', 'a'],
    ['align', 'b'],
    ['parse', 'de'],
    ['"parsing"', 'e'],
    ['"loss functions"', 'a'],
    ['self supervised', 'c'],
    ['self-supervised', 'c'],
    ['pre-training', 'c'],
    ['pretraining', 'c'],
    ['state of the art', 'c'],
    ['morpholog*', 'd'],
    ['bert OR alignment', 'ad'],
    ['function -alignment', 'b'],
    ['function -"loss functions"', 'b'],
    ['title:function', 'ab'],
    ['title:models', 'c'],
    ['abstract:models', 'b'],
    ['title:"loss function" functions', 'a'],
    ['nonsense', ''],
  ])('%s → %s', (query, expected) => {
    expect(found(query)).toBe(expected)
  })

  it('keeps to the fields', () => {
    expect(found('function', ['title'])).toBe('ab')
    expect(found('models', ['title'])).toBe('c')
    expect(found('models', ['abstract'])).toBe('b')
  })

  it('does not find a phrase across title and abstract', () => {
    expect(found('alignment study')).toBe('')
  })

  it.each(['', '   ', 'the of', '""', '*', 'OR', '-loss'])('refuses %j', (query) => {
    expect(() => found(query)).toThrow(TidemapError)
  })
})

it('survives the way through a file', () => {
  const bytes = writeTextIndex(index)
  expect(readTextIndex(bytes)).toEqual(index)
  const shifted = new Uint8Array(bytes.length + 3)
  shifted.set(bytes, 3)
  expect(readTextIndex(shifted.subarray(3))).toEqual(index)
  expect(() => readTextIndex(bytes.subarray(0, 3))).toThrow(TidemapError)
})

import { describe, expect, it } from 'vitest'
import { NO_VOCABULARY, sameVocabulary, VOCABULARY, Vocabulary, withIgnored } from '../../shared/vocabulary.ts'

const messages = (value: unknown) => Vocabulary.safeParse(value).error?.issues.map(({ message }) => message) ?? []
const numbered = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`)

describe('a vocabulary', () => {
  it('comes out tidy: single spaces, each form once, the first way of writing it', () => {
    expect(
      Vocabulary.parse({
        stopWords: [' state  of the art ', 'Data', 'data'],
        synonyms: [['LLM', 'large\tmodel', 'llm']],
      }),
    ).toEqual({ stopWords: ['state of the art', 'Data'], synonyms: [['LLM', 'large model']] })
  })

  it.each<[string, unknown, string]>([
    ['a form without a letter', { stopWords: ['--'], synonyms: [] }, 'no letter or digit: “--”'],
    ['five words', { stopWords: ['a b c-d e'], synonyms: [] }, 'more than 4 words: “a b c-d e”'],
    ['a long form', { stopWords: ['x'.repeat(65)], synonyms: [] }, `longer than 64 characters: “${'x'.repeat(24)}…”`],
    ['a sign of the text form', { stopWords: ['a=b'], synonyms: [] }, 'a word with a comma, = or # in it: “a=b”'],
    ['a group of one', { stopWords: [], synonyms: [['LLM', 'llm']] }, 'a group of synonyms needs two forms: “LLM”'],
    ['a crowded group', { stopWords: [], synonyms: [numbered(21)] }, 'more than 20 forms in a group: “w0”'],
    [
      'a form in two groups',
      {
        stopWords: [],
        synonyms: [
          ['a', 'b'],
          ['c', 'A'],
        ],
      },
      'in two groups of synonyms: “A”',
    ],
    [
      'the plural of one',
      {
        stopWords: [],
        synonyms: [
          ['a', 'LLM'],
          ['c', 'LLMs'],
        ],
      },
      'in two groups of synonyms: “LLMs”',
    ],
    [
      'the singular of an ignored word',
      { stopWords: ['big models'], synonyms: [['a', 'big model']] },
      'both ignored and a synonym: “big model”',
    ],
    ['an ignored synonym', { stopWords: ['B'], synonyms: [['a', 'b']] }, 'both ignored and a synonym: “b”'],
    ['too many words', { stopWords: numbered(1001), synonyms: [] }, 'more than 1000 ignored words: 1001'],
  ])('refuses %s', (_, value, message) => {
    expect(messages(value)).toEqual([message])
  })

  it('takes as much as it says', () => {
    const { stopWords, synonyms } = VOCABULARY
    const groups = Array.from({ length: synonyms.max }, (_, i) => [`a${i}`, `b${i}`])
    expect(messages({ stopWords: numbered(stopWords.max), synonyms: groups })).toEqual([])
    expect(messages({ stopWords: [], synonyms: [...groups, ['x', 'y']] })).toEqual([
      'more than 500 groups of synonyms: 501',
    ])
  })
})

it('lets a plural stand beside its singular', () => {
  expect(messages({ stopWords: ['mass'], synonyms: [['LLM', 'LLMs', 'language model']] })).toEqual([])
})

describe('sameVocabulary', () => {
  it('looks past the order of words and of groups, not of forms: the first one is shown', () => {
    const one = { stopWords: ['a', 'B'], synonyms: [['c', 'd'], ['e', 'f']] } // prettier-ignore
    expect(
      sameVocabulary(one, {
        stopWords: ['b', 'a'],
        synonyms: [
          ['e', 'f'],
          ['c', 'd'],
        ],
      }),
    ).toBe(true)
    expect(
      sameVocabulary(one, {
        stopWords: ['b', 'a'],
        synonyms: [
          ['f', 'e'],
          ['c', 'd'],
        ],
      }),
    ).toBe(false)
    expect(sameVocabulary(undefined, NO_VOCABULARY)).toBe(true)
    expect(sameVocabulary(undefined, one)).toBe(false)
  })
})

describe('withIgnored', () => {
  it('adds a form once, and takes it out of its synonyms', () => {
    const vocabulary = { stopWords: ['data'], synonyms: [['LLM', 'large model'], ['a', 'b', 'c']] } // prettier-ignore
    expect(withIgnored(vocabulary, 'DATA')).toBe(vocabulary)
    expect(withIgnored(vocabulary, 'llm')).toEqual({ stopWords: ['data', 'llm'], synonyms: [['a', 'b', 'c']] })
    expect(withIgnored(vocabulary, 'B').synonyms).toEqual([
      ['LLM', 'large model'],
      ['a', 'c'],
    ])
  })
})

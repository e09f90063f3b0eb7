import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../../server/analysis/text/tokenize.ts'
import { tokenizerWith } from '../../../../server/analysis/text/vocabulary.ts'
import type { Vocabulary } from '../../../../shared/vocabulary.ts'

/** The tokens of a text, with | where a break is and - where a hyphen joins. */
function read(text: string, vocabulary: Partial<Vocabulary>): string {
  let tokens = ''
  tokenizerWith({ stopWords: [], synonyms: [], ...vocabulary })(text, (token, flags) => {
    tokens += `${flags === 1 ? '|' : flags === 2 ? '-' : ' '}${token}`
  })
  return tokens
}

const LLM = [['large language model', 'LLM', 'foundation model', 'language-model']]

describe('synonyms', () => {
  it.each([
    ['LLMs reason', '|large language model reason'],
    ['Large Language Models reason', '|large language model reason'],
    ['a large-language model', '|a large language model'],
    ['few-shot LLM-based agents', '|few-shot large language model-based agents'],
    ['the foundation; model', '|the foundation|model'],
    ['language models', '|large language model'],
    ['a large model of language', '|a large model of language'],
  ])('%s', (text, tokens) => {
    expect(read(text, { synonyms: LLM })).toBe(tokens)
  })

  it('take the longest form', () => {
    const synonyms = [
      ['net', 'network'],
      ['GNN', 'graph neural network'],
    ]
    expect(read('graph neural networks, neural networks', { synonyms })).toBe('|GNN|neural net')
  })

  it('keep a dot that a form has', () => {
    const synonyms = [['American law', 'U.S. law']]
    expect(read('of U.S. law', { synonyms })).toBe('|of American law')
    expect(read('of U S law', { synonyms })).toBe('|of U S law')
  })

  it('of two groups that a plural joins, the first', () => {
    const synonyms = [
      ['a1', 'LLM'],
      ['b1', 'LLMs'],
    ]
    expect(read('LLMs', { synonyms })).toBe('|a1')
  })
})

describe('ignored words', () => {
  it('leave a break behind, whatever joined them', () => {
    expect(read('new data sets of graph-based data', { stopWords: ['data', 'based'] })).toBe('|new|sets of graph')
  })

  it('may be phrases, whose words stay elsewhere', () => {
    expect(read('State-of-the-art art; the art', { stopWords: ['state of the art'] })).toBe('|art|the art')
  })

  it('come before synonyms', () => {
    expect(read('an LLM', { stopWords: ['llms'], synonyms: LLM })).toBe('|an')
  })
})

it('is the plain tokenizer where there is nothing to do', () => {
  expect(tokenizerWith(undefined)).toBe(tokenize)
  expect(tokenizerWith({ stopWords: [], synonyms: [] })).toBe(tokenize)
})

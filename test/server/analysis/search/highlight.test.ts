import { describe, expect, it } from 'vitest'
import { createHighlighter } from '../../../../server/analysis/search/highlight.ts'
import { parseQuery } from '../../../../server/analysis/search/query.ts'
import type { TextRange } from '../../../../shared/search.ts'

const marks = (query: string, title: string, abstract: string | null = null) => {
  const found = createHighlighter(parseQuery(query, 'anywhere'), ['title', 'abstract'])({ title, abstract })
  const cut = (text: string, ranges: readonly TextRange[]): string[] =>
    ranges.map(({ start, end }) => text.slice(start, end))
  return {
    title: cut(title, found.title),
    snippet: found.snippet,
    abstract: found.snippet && cut(found.snippet.text, found.snippet.ranges),
  }
}

describe('what is marked in a title', () => {
  it.each([
    ['loss', "The loss's losses, lossless", ['loss', 'losses']],
    ['"loss"', 'The loss of losses', ['loss']],
    ['trans*', 'Transformers in transit', ['Transformers', 'transit']],
    ['pretraining', 'Pre-training and pretraining', ['Pre-training', 'pretraining']],
    ['"deep networks"', 'Deep networks are deep. Networks', ['Deep networks']],
    ['deep networks', 'Deep networks', ['Deep networks']],
    ['title:cat -dog author:cat', 'cat and dog', ['cat']],
    ['abstract:cat', 'cat', []],
    ['学習', '深層学習の研究', ['学習']],
    ['cat OR dog', 'A dog', ['dog']],
  ])('%s in “%s”', (query, title, expected) => {
    expect(marks(query, title).title).toEqual(expected)
  })
})

describe('the snippet', () => {
  const filler = 'These are plain words that say nothing at all of it. '.repeat(6)

  it('is there only where the abstract matches', () => {
    expect(marks('cat', 'cat', 'no match').snippet).toBeNull()
    expect(marks('cat', 'cat', null).snippet).toBeNull()
    expect(marks('cat', 'x', 'A cat.').snippet).toEqual({ text: 'A cat.', ranges: [{ start: 2, end: 5 }] })
  })

  it('shows the part that holds most of what was asked for, cut at words', () => {
    const abstract = `${filler}A cat alone. ${filler}Here a cat meets a dog in the <b>street</b>. ${filler}`
    const { snippet, abstract: marked } = marks('cat dog', 'x', abstract)
    expect(snippet!.text).toMatch(/^…Here a cat meets a dog in the <b>street<\/b>\. /)
    expect(snippet!.text).toMatch(/\w…$/)
    expect(snippet!.text.length).toBeLessThan(240)
    expect(marked).toEqual(['cat', 'dog'])
  })
})

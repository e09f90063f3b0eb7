import { expect, it } from 'vitest'
import { cleanText } from '../../../../server/analysis/text/clean.ts'
import {
  AFTER_BREAK,
  AFTER_CLOSE,
  AFTER_COLON,
  AFTER_HYPHEN,
  AFTER_OPEN,
  AFTER_SENTENCE,
} from '../../../../server/analysis/text/token-flags.ts'
import { tokenize } from '../../../../server/analysis/text/tokenize.ts'

function tokens(text: string): string[] {
  const list: string[] = []
  tokenize(cleanText(text), (token) => list.push(token))
  return list
}

it('splits at hyphens and remembers them', () => {
  const seen: [string, number][] = []
  tokenize('A self-supervised model, GPT-4o', (token, flags) => seen.push([token, flags]))
  expect(seen).toEqual([
    ['A', AFTER_BREAK],
    ['self', 0],
    ['supervised', AFTER_HYPHEN],
    ['model', 0],
    ['GPT', AFTER_BREAK],
    ['4o', AFTER_HYPHEN],
  ])
})

it.each([
  ["the model's loss and don't", ['the', 'model', 'loss', 'and', "don't"]],
  ['“quoted”—dash’s', ['quoted', 'dash']],
  ['see https://example.org/x?y=1 now', ['see', 'now']],
  ['cost $O(n^2)$ of \\emph{this}', ['cost', 'of', 'this']],
  ['costs $5 for a book and $6', ['costs', '5', 'for', 'a', 'book', 'and', '6']],
  ['R&amp;D &lt;b&gt; x_{i}^2', ['R', 'D', 'b', 'x']],
  ['a(cid:123)b', ['a', 'b']],
  ['Überschätzung café naïve', ['Überschätzung', 'café', 'naïve']],
  [
    "l'analyse d'un texte qu'elle dell’arte, it's O'Brien, we'll",
    ['analyse', 'un', 'texte', 'elle', 'arte', 'it', "O'Brien", "we'll"],
  ],
  ['', []],
  ['--- ... !!!', []],
])('reads %j', (text, expected) => {
  expect(tokens(text)).toEqual(expected)
})

it('cuts scripts without spaces into words', () => {
  expect(tokens('机器学习模型').length).toBeGreaterThan(1)
  expect(tokens('データ分析').join('')).toBe('データ分析')
  expect(tokens('ペロブスカイト薄膜')).toEqual(['ペロブスカイト', '薄膜'])
})

it('cuts endless tokens and stays linear', () => {
  expect(tokens('a'.repeat(50_000))).toEqual(['a'.repeat(64)])
  expect(tokens('\\'.repeat(50_000) + '$'.repeat(50_000))).toEqual([])
})

it('tells sentences, brackets and colons from other breaks', () => {
  const seen: [string, number][] = []
  tokenize('Aims: size 2.5, language models (LMs). We end', (token, flags) => seen.push([token, flags & ~AFTER_BREAK]))
  expect(seen.filter(([, flags]) => flags !== 0)).toEqual([
    ['size', AFTER_COLON],
    ['LMs', AFTER_OPEN],
    ['We', AFTER_CLOSE | AFTER_SENTENCE],
  ])
})

import { expect, it } from 'vitest'
import { joinWords } from '../../../../server/analysis/labels/join-words.ts'

it.each([
  ['machine', 'translation', false, 'machine translation'],
  ['self', 'supervised', true, 'self-supervised'],
  ['语义', '分析', false, '语义分析'],
  ['ニューラル', '機械', false, 'ニューラル機械'],
  ['BERT', '模型', false, 'BERT 模型'],
])('joins %s and %s', (first, second, hyphen, expected) => {
  expect(joinWords(first, second, hyphen)).toBe(expected)
})

import { expect, it } from 'vitest'
import { unspacedWords } from '../../../../server/analysis/text/unspaced-words.ts'

it('finds the words of a run without spaces', () => {
  expect(unspacedWords('机器翻译')).toEqual(['机器', '翻译'])
  expect(unspacedWords('')).toEqual([])
})

it('takes a run of Katakana for one word', () => {
  expect(unspacedWords('クロスエントロピー損失')).toEqual(['クロスエントロピー', '損失'])
})

it('reads runs that never end, as a scan without punctuation has them, in pieces', () => {
  const words = unspacedWords('机器翻译'.repeat(50_000))
  expect(words.join('')).toBe('机器翻译'.repeat(50_000))
  // A word is cut at the end of a piece at most.
  expect(words.filter((word) => word !== '机器' && word !== '翻译').length).toBeLessThan(200)
})

it('cuts no sign of two units in two', () => {
  // One sign of one unit, so that every piece would end within one of two.
  const run = `学${'\u{20BB7}'.repeat(5000)}`
  const words = unspacedWords(run)
  expect(words.join('')).toBe(run)
  expect(words.every((word) => word.isWellFormed())).toBe(true)
})

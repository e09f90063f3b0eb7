import { expect, it } from 'vitest'
import { joinedWords } from '../../../../server/analysis/text/joined-words.ts'
import { plainTokenKernels } from '../../../../server/analysis/text/plain-token-kernels.ts'
import type { TokenShard } from '../../../../server/analysis/text/token-shard.ts'
import { wordList, wordTexts } from '../../../../server/analysis/text/word-list.ts'

/** A shard with these words, which its reader has by these numbers. */
function shard(text: string, reader?: number, ids: number[] = []): TokenShard {
  const none = new Int32Array(0)
  const words = wordList(text.split(' ').filter((word) => word !== ''))
  const read = { ...words, forms: none, flags: new Uint8Array(0), titleTokens: none, tokens: none }
  return reader === undefined ? read : { ...read, known: { reader, ids: Int32Array.from(ids) } }
}

it('joins the words of readers that number them once for all their shards with those that number them anew', () => {
  const { words, numbers } = joinedWords(
    [
      shard('the tide', 7, [2, 0]),
      shard('a tide', 8, [0, 1]),
      shard('moon', 7, [5]),
      shard('moon sun the'),
      // This reader met no new word.
      shard('', 8, []),
      shard('sun', 7, [1]),
    ],
    plainTokenKernels,
  )
  expect(wordTexts(words)).toEqual(['the', 'tide', 'a', 'moon', 'sun'])
  const textOf = (place: number, word: number): string => wordTexts(words)[numbers[place][word]]
  // Whichever of its shards a token stands in, a reader's number means the same.
  for (const place of [0, 2, 5])
    expect([0, 1, 2, 5].map((word) => textOf(place, word))).toEqual(['tide', 'sun', 'the', 'moon'])
  for (const place of [1, 4]) expect([0, 1].map((word) => textOf(place, word))).toEqual(['a', 'tide'])
  expect([0, 1, 2].map((word) => textOf(3, word))).toEqual(['moon', 'sun', 'the'])
})

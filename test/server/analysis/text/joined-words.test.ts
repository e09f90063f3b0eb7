import { expect, it } from 'vitest'
import { describeWords, someDescribed } from '../../../../server/analysis/text/described-words.ts'
import { JoinedWords } from '../../../../server/analysis/text/joined-words.ts'
import { plainTokenKernels } from '../../../../server/analysis/text/plain-token-kernels.ts'
import type { TokenShard } from '../../../../server/analysis/text/token-shard.ts'
import { wordList } from '../../../../server/analysis/text/word-list.ts'

/** A shard with these words, which its reader has by these numbers. */
function shard(text: string, reader?: number, ids: number[] = []): TokenShard {
  const none = new Int32Array(0)
  const words = wordList(text.split(' ').filter((word) => word !== ''))
  const read = { ...words, forms: none, flags: new Uint8Array(0), titleTokens: none, tokens: none }
  return reader === undefined ? read : { ...read, known: { reader, ids: Int32Array.from(ids) } }
}

it('joins the words of readers that number them once for all their shards with those that number them anew', () => {
  const joined = new JoinedWords(plainTokenKernels)
  const shards = [
    shard('the tide', 7, [2, 0]),
    shard('A tide', 8, [0, 1]),
    shard('moon', 7, [5]),
    shard('moon sun the'),
    // This reader met no new word.
    shard('', 8, []),
    shard('LLMs', 7, [1]),
  ]
  for (const one of shards) joined.add(one)
  const { described, numbers } = joined.words()
  expect(described.texts).toEqual(['the', 'tide', 'A', 'moon', 'sun', 'LLMs'])
  const textOf = (place: number, word: number): string => described.texts[numbers[place][word]]
  // Whichever of its shards a token stands in, a reader's number means the same.
  for (const place of [0, 2, 5])
    expect([0, 1, 2, 5].map((word) => textOf(place, word))).toEqual(['tide', 'LLMs', 'the', 'moon'])
  for (const place of [1, 4]) expect([0, 1].map((word) => textOf(place, word))).toEqual(['A', 'tide'])
  expect([0, 1, 2].map((word) => textOf(3, word))).toEqual(['moon', 'sun', 'the'])
  // They are looked at shard by shard, and what is known of them is that of all at once.
  const words = ['the', 'tide', 'A', 'moon', 'sun', 'LLMs']
  expect(described).toEqual(describeWords(wordList(words)))
  const some = someDescribed(described, [5, 0, 2])
  expect(some).toEqual(describeWords(wordList(['LLMs', 'the', 'A'])))
})

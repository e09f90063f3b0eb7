import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../../server/analysis/text/clean.ts'
import { readShard } from '../../../../server/analysis/text/read-shard.ts'
import type { TokenShard } from '../../../../server/analysis/text/token-shard.ts'
import { tokenize } from '../../../../server/analysis/text/tokenize.ts'
import { createRandom } from '../../../../server/analysis/math/random.ts'

function read(titles: string[], abstracts: (string | null)[] = titles.map(() => null)): TokenShard {
  return readShard.run({ titles, abstracts, vocabulary: undefined })
}

/** Token → its word. */
function wordsOf({ forms, units, starts }: TokenShard): string[] {
  return Array.from(forms, (word) => String.fromCharCode(...units.subarray(starts[word], starts[word + 1])))
}

/** Pieces that cleaning, tokenizing or the look that tells whether a text needs cleaning might stumble over. */
const PIECES = [
  ..."a B 3 é ß 損 失 ロ ス ’ ʼ ' - – -- . : ; / // ( ) [ ] & $ ^ _ \\ @ { } ! ? 。".split(' '),
  ' ',
  'model',
  "model's",
  'l’analyse',
  'self-supervised',
  'e.g.',
  '3.5',
  'www.a.b',
  'a.com',
  'x.org/y',
  '10.1000/abc',
  'https://a.b/c',
  'a@b.org',
  '(cid:12)',
  '&amp;',
  '&eacute;',
  '$x$',
  '\\emph{a}',
  'x_{i}^2',
  '\u{1F30A}',
  '\u{20BB7}',
  'กา',
  '\u00a0',
  '\u2028',
]

it('finds what tokenizing the cleaned text finds, whatever stands in it', () => {
  const random = createRandom(7)
  for (let turn = 0; turn < 3000; turn++) {
    const text = Array.from({ length: 1 + random.below(9) }, () => PIECES[random.below(PIECES.length)]).join('')
    const expected: [string, number][] = []
    tokenize(cleanText(text), (token, flags) => expected.push([token, flags]))
    const shard = read([text])
    expect(wordsOf(shard).map((word, t) => [word, shard.flags[t]])).toEqual(expected)
  }
})

describe('a shard', () => {
  it('says where titles end, and counts the tokens of each paper', () => {
    const shard = read(['Deep nets', '', 'Tides'], ['Nets go deep.', null, ''])
    expect([...shard.titleTokens]).toEqual([2, 0, 1])
    expect([...shard.tokens]).toEqual([5, 0, 1])
    expect(wordsOf(shard)).toEqual(['Deep', 'nets', 'Nets', 'go', 'deep', 'Tides'])
  })
})

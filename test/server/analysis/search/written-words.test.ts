import { expect, test } from 'vitest'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { writtenWords } from '../../../../server/analysis/search/written-words.ts'

const PIECES = [
  'a',
  'Ab',
  'cat',
  "'",
  "'s",
  "'S",
  '-',
  '-',
  ' ',
  ' ',
  '. ',
  '. A',
  '7',
  ',',
  '(',
  '\u2011',
  'é',
  '\n\n',
]

test('reads sentences of plain letters as it reads all others', () => {
  const random = createRandom(11)
  for (let i = 0; i < 3000; i++) {
    const text = Array.from({ length: 1 + random.below(14) }, () => PIECES[random.below(PIECES.length)]).join('')
    // A sign that belongs to no word and ends no sentence has each sentence read letter by letter or by the expression.
    const other = text.replaceAll(',', '→')
    expect(writtenWords(other), text).toEqual(writtenWords(text))
  }
})

test('keeps places, possessives and hyphens', () => {
  expect(writtenWords("Bert's pre-training isn't 3D'S. OK")).toEqual([
    { word: 'bert', start: 0, end: 4, place: 0, joined: null },
    { word: 'pre', start: 7, end: 10, place: 1, joined: null },
    { word: 'training', start: 11, end: 19, place: 2, joined: 'pretraining' },
    { word: "isn't", start: 20, end: 25, place: 3, joined: null },
    { word: '3d', start: 26, end: 28, place: 4, joined: null },
    { word: 'ok', start: 32, end: 34, place: 21, joined: null },
  ])
})

import { expect, it } from 'vitest'
import { nameThemes } from '../../../../server/analysis/labels/name-themes.ts'

const label = (...terms: string[]) => ({ label: terms[0] ?? '', terms })

it('names a theme by a phrase or acronym that no topic is called, however it is written', () => {
  const topics = [label('Object detection'), label('segmentation'), label('parsing'), label('treebanks')]
  const themes = [label('medical images', 'images'), label('NLP')]
  expect(nameThemes(themes, topics, Int32Array.of(0, 0, 1, 1))).toEqual(['medical images', 'NLP'])
  const again = [label('object-detection', 'images'), label('NLP')]
  expect(nameThemes(again, topics, Int32Array.of(0, 0, 1, 1))).toEqual(['Object detection and segmentation', 'NLP'])
})

it('puts its two largest topics together rather than take a word that says little, or what another theme is called', () => {
  const topics = [label('entropy'), label('codes'), label('auctions'), label('voting')]
  const themes = [label('shared term', 'bound'), label('shared terms', 'bounds')]
  expect(nameThemes(themes, topics, Int32Array.of(0, 0, 1, 1))).toEqual(['shared term', 'auctions and voting'])
  expect(nameThemes([label('bound'), label('3D')], topics, Int32Array.of(0, 0, 1, 1))).toEqual([
    'entropy and codes',
    'auctions and voting',
  ])
})

it('calls a theme of one topic as the topic', () => {
  expect(nameThemes([label('x'), label('y')], [label('x1'), label('y1')], Int32Array.of(0, 1))).toEqual(['x1', 'y1'])
  expect(nameThemes([label()], [label(), label()], Int32Array.of(0, 0))).toEqual([''])
})

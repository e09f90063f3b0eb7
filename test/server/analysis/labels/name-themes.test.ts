import { expect, it } from 'vitest'
import { nameThemes } from '../../../../server/analysis/labels/name-themes.ts'

const label = (...terms: string[]) => ({ label: terms[0] ?? '', terms })

it('names a theme by what no topic is called, however it is written', () => {
  const topics = [label('Object detection'), label('segmentation'), label('parsing'), label('treebanks')]
  const themes = [label('object-detection', 'segmentations', 'images'), label('syntax', 'images')]
  expect(nameThemes(themes, topics, Int32Array.of(0, 0, 1, 1))).toEqual(['images', 'syntax'])
})

it('gives no two themes the same name, and puts two topics together where no term is left', () => {
  const topics = [label('a1'), label('a2'), label('b1'), label('b2')]
  const themes = [label('shared', 'a1'), label('shared', 'b1', 'b2')]
  expect(nameThemes(themes, topics, Int32Array.of(0, 0, 1, 1))).toEqual(['shared', 'b1, b2'])
})

it('calls a theme of one topic as the topic', () => {
  expect(nameThemes([label('x'), label('y')], [label('x1'), label('y1')], Int32Array.of(0, 1))).toEqual(['x1', 'y1'])
  expect(nameThemes([label()], [label(), label()], Int32Array.of(0, 0))).toEqual([''])
})

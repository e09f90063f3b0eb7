import { describe, expect, it } from 'vitest'
import { type Look, lookOf } from '../../../../server/analysis/labels/phrase-places.ts'
import { shapeOf } from '../../../../server/analysis/labels/phrase-shapes.ts'
import {
  ENTRY_BITS,
  IN_TITLE,
  MOST_MENTIONS,
  PLACE_FIELDS,
} from '../../../../server/analysis/kernels/phrase-kernels.ts'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { findPhrases, type Phrases, stemsOf } from '../../../../server/analysis/labels/phrases.ts'
import type { Corpus } from '../../../../server/analysis/text/corpus.ts'
import { readCorpus } from '../../../../server/analysis/text/read-corpus.ts'
import { paper } from '../../../support/planted-papers.ts'

const corpus = readCorpus(
  [
    paper({ id: 'a', title: 'Coral reef fish', abstract: 'The coral reef bleaches. A coral reef is a bag of stones.' }),
    paper({ id: 'b', title: 'Stones', abstract: 'Coral reefs hold fish, coral reefs hold a bag of stones.' }),
    paper({ id: 'c', title: 'Few-shot maps', abstract: 'Few-shot maps show a coral, reef stones, and a bag of sand.' }),
    paper({ id: 'd', title: 'Maps', abstract: 'The few-shot maps of a bag of sand.' }),
  ],
  'singular',
)

const textOf = (stems: Int32Array): string => Array.from(stems, (stem) => corpus.stemTexts[stem]).join(' ')
const numberOf = (phrases: Phrases, text: string): number =>
  Array.from({ length: phrases.count }, (_, i) => textOf(stemsOf(phrases, i))).indexOf(text)

describe('findPhrases', () => {
  const phrases = findPhrases(plainKernels, corpus, 2)
  const held = (text: string): (number | null)[] => {
    const phrase = numberOf(phrases, text)
    return Array.from({ length: corpus.n }, (_, i) => {
      const { starts, ends, entries } = phrases.rows
      const entry = entries.subarray(starts[i], ends[i]).find((one) => one >> ENTRY_BITS === phrase)
      return entry === undefined ? null : entry & (IN_TITLE | MOST_MENTIONS)
    })
  }

  it('counts how often each paper has a phrase, and whether its title does', () => {
    expect(held('coral reef')).toEqual([3 | IN_TITLE, 2, null, null])
    expect(held('fish')).toEqual([1 | IN_TITLE, 1, null, null])
    expect(phrases.documentFrequency[numberOf(phrases, 'coral reef')]).toBe(2)
    expect(phrases.documentFrequency[numberOf(phrases, 'coral')]).toBe(3)
  })

  it('lets function words stand inside a phrase, and no hyphened word be cut', () => {
    expect(held('bag of stone')).toEqual([1, 1, null, null])
    expect(held('few shot map')).toEqual([null, null, 2 | IN_TITLE, 1])
    for (const text of ['bag of', 'of stone', 'shot map', 'few', 'reef fish']) expect(numberOf(phrases, text)).toBe(-1)
  })

  it('numbers the shorter first, and gives each word the phrase that it is alone', () => {
    for (let phrase = 1; phrase < phrases.count; phrase++)
      expect(stemsOf(phrases, phrase).length).toBeGreaterThanOrEqual(stemsOf(phrases, phrase - 1).length)
    expect(stemsOf(phrases, phrases.singles - 1)).toHaveLength(1)
    expect(stemsOf(phrases, phrases.singles)).toHaveLength(2)
    phrases.words.forEach((word, at) => {
      if (word >= 0) expect([...stemsOf(phrases, word)]).toEqual([phrases.stems[at]])
    })
    expect(phrases.words[phrases.stemStarts[numberOf(phrases, 'bag of stone')]]).toBe(numberOf(phrases, 'bag'))
  })
})

describe('the looks of phrases', () => {
  it('looks at every place of a phrase: the words beside it, and how it is written', () => {
    const phrases = findPhrases(plainKernels, corpus, 1)
    const look = (text: string): Look => lookOf(phrases.looks, numberOf(phrases, text))
    for (const text of ['coral', 'coral reef', 'reef', 'coral reef fish']) {
      const stems = stemsOf(phrases, numberOf(phrases, text))
      expect(look(text).places).toBe(placesOf(corpus, stems).length)
    }
    expect(shapeOf(look('coral'))).toMatchObject({ isFragment: true, described: 0 })
    // Once a comma parts the two.
    expect(look('reef').before).toEqual({ words: 5, times: 5 })
    // Behind it once `fish`, once `bleaches`, twice `hold`, and once nothing but a stop word.
    expect(look('coral reef').before).toEqual({ words: 0, times: 0 })
    expect(look('coral reef').behind).toEqual({ words: 4, times: 2 })
    // `Coral reef`, `coral reef` and `coral reefs`; one place is in a title.
    const { ways } = look('coral reef')
    expect(column(ways, 1).reduce((a, b) => a + b)).toBe(4)
    expect(column(ways, 2).reduce((a, b) => a + b)).toBe(1)
    expect(ways.length / PLACE_FIELDS).toBe(4)
  })

  it('takes evenly spaced places of what stands in very many', () => {
    const many = readCorpus(
      Array.from({ length: 50 }, (_, i) =>
        paper({ id: `p${i}`, title: '–', abstract: 'Coral reefs. '.repeat(50 + (i % 2)) }),
      ),
      'singular',
    )
    const { looks, stems, stemStarts } = findPhrases(plainKernels, many, 2)
    const pair = Int32Array.from(['coral', 'reef'], (text) => many.stemTexts.indexOf(text))
    expect([...stems.subarray(stemStarts[2])]).toEqual([...pair])
    expect(placesOf(many, pair).length).toBe(2525)
    // Every third.
    expect(lookOf(looks, 2).places).toBe(842)
    expect(lookOf(looks, 0).places).toBe(842)
  })
})

/** One of the numbers of each way. */
function column(ways: Int32Array, field: number): number[] {
  return Array.from(ways).filter((_, i) => i % PLACE_FIELDS === field)
}

/** Every token of a corpus from which on some stems stand. */
function placesOf(within: Corpus, stems: Int32Array): number[] {
  const all = within.forms.map((form) => within.stemOfForm[form])
  return Array.from(all.keys()).filter((token) =>
    stems.every((stem, i) => all[token + i] === stem && (i === 0 || (within.flags[token + i] & 1) === 0)),
  )
}

import { describe, expect, it } from 'vitest'
import { occurrencesOf } from '../../../../server/analysis/labels/occurrences.ts'
import { shapeOf } from '../../../../server/analysis/labels/phrase-shapes.ts'
import { IN_TITLE } from '../../../../server/analysis/labels/phrase-rows.ts'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { findPhrases, type Phrases, stemsOf } from '../../../../server/analysis/labels/phrases.ts'
import type { StemmedCorpus } from '../../../../server/analysis/text/corpus.ts'
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
      for (const rows of phrases.rows) {
        const at = rows.phrases.indexOf(phrase, rows.starts[i])
        if (at >= 0 && at < rows.starts[i + 1]) return rows.mentions[at]
      }
      return null
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

  it('numbers the shorter first, in the rows too', () => {
    for (let phrase = 1; phrase < phrases.count; phrase++)
      expect(stemsOf(phrases, phrase).length).toBeGreaterThanOrEqual(stemsOf(phrases, phrase - 1).length)
    expect(stemsOf(phrases, phrases.singles - 1)).toHaveLength(1)
    expect(stemsOf(phrases, phrases.singles)).toHaveLength(2)
    phrases.rows.forEach((rows, i) => {
      for (const phrase of rows.phrases) expect(stemsOf(phrases, phrase)).toHaveLength(i + 1)
    })
  })
})

describe('occurrencesOf', () => {
  it('finds every place of a phrase, with the words beside it', () => {
    const [coral, reef] = ['coral', 'reef'].map((text) => corpus.stemTexts.indexOf(text))
    const wanted = [Int32Array.of(coral), Int32Array.of(coral, reef), Int32Array.of(reef)]
    const found = occurrencesOf(corpus, wanted)
    wanted.forEach((stems, i) => expect([...found[i].tokens]).toEqual(placesOf(corpus, stems)))
    const fish = corpus.stemTexts.indexOf('fish')
    expect([...found[1].behind]).toEqual([fish, corpus.stemTexts.indexOf('bleach'), -1, ...found[1].behind.slice(3)])
    expect([...found[1].before]).toEqual([-1, -1, -1, -1, -1])
    expect(shapeOf(found[0])).toMatchObject({ isFragment: true, described: 0 })
  })

  it('takes evenly spaced places of what stands in very many', () => {
    const many = readCorpus(
      Array.from({ length: 50 }, (_, i) =>
        paper({ id: `p${i}`, title: '–', abstract: 'Coral reefs. '.repeat(50 + (i % 2)) }),
      ),
      'singular',
    )
    const stems = Int32Array.from(['coral', 'reef'], (text) => many.stemTexts.indexOf(text))
    const all = placesOf(many, stems)
    const [{ tokens }, single] = occurrencesOf(many, [stems, stems.slice(0, 1)])
    expect(all.length).toBe(2525)
    expect([...tokens]).toEqual(all.filter((_, i) => i % 3 === 0))
    expect(single.tokens).toEqual(tokens)
  })
})

/** Every token of a corpus from which on some stems stand. */
function placesOf(within: StemmedCorpus, stems: Int32Array): number[] {
  const all = within.stems
  return Array.from(all.keys()).filter((token) =>
    stems.every((stem, i) => all[token + i] === stem && (i === 0 || (within.flags[token + i] & 1) === 0)),
  )
}

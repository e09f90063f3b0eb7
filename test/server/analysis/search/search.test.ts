import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import type { Texts } from '../../../../server/analysis/search/occurrence-source.ts'
import { findPhrase, TITLE_WEIGHT } from '../../../../server/analysis/search/find-phrase.ts'
import { parseQuery, type PhraseClause } from '../../../../server/analysis/search/query.ts'
import { findPapers, matchQuery } from '../../../../server/analysis/search/search.ts'
import { heldBytes, readTextIndex, writeTextIndex } from '../../../../server/analysis/search/text-index-file.ts'
import { buildTextIndex } from '../../../../server/analysis/search/text-index.ts'
import { TidemapError } from '../../../../shared/error.ts'
import { paper } from '../../../support/planted-papers.ts'

const papers = [
  paper({ id: 'a', title: 'A loss function for alignment', abstract: 'We study loss functions.' }),
  paper({ id: 'b', title: 'Losses of function', abstract: 'Aligned models. The function is lost.' }),
  paper({ id: 'c', title: 'Pre-training of models', abstract: 'State-of-the-art pretraining, self-supervised.' }),
  paper({ id: 'd', title: 'Morphology', abstract: 'morphological analysis; BERT parses' }),
  paper({ id: 'e', title: 'Parsing', date: '2020' }),
]
const index = buildTextIndex(papers)
const found = (query: string, fields: ('title' | 'abstract')[] = ['title', 'abstract']): string =>
  [...matchQuery(index, query, fields)].map((number) => index.ids[number]).join('')

describe('queries', () => {
  it.each([
    ['loss functions', 'a'],
    ['loss function', 'a'],
    ['function loss', ''],
    ['alignment', 'a'],
    ['align', 'b'],
    ['parse', 'de'],
    ['"parsing"', 'e'],
    ['"loss functions"', 'a'],
    ['self supervised', 'c'],
    ['self-supervised', 'c'],
    ['pre-training', 'c'],
    ['pretraining', 'c'],
    ['state of the art', 'c'],
    ['morpholog*', 'd'],
    ['bert OR alignment', 'ad'],
    ['function -alignment', 'b'],
    ['function -"loss functions"', 'b'],
    ['title:function', 'ab'],
    ['title:models', 'c'],
    ['abstract:models', 'b'],
    ['title:"loss function" functions', 'a'],
    ['nonsense', ''],
  ])('%s → %s', (query, expected) => {
    expect(found(query)).toBe(expected)
  })

  it('keeps to the fields', () => {
    expect(found('function', ['title'])).toBe('ab')
    expect(found('models', ['title'])).toBe('c')
    expect(found('models', ['abstract'])).toBe('b')
  })

  it('finds what a plain look at the words finds, whichever of them is the rarest', () => {
    const random = createRandom(5)
    // Frequent, with two forms, and rare.
    const words = [...Array<string>(12).fill('reef'), 'reefs', 'reefs', 'coral', 'coral', 'coral', 'wombat']
    const titles = Array.from({ length: 300 }, () =>
      Array.from({ length: 9 }, () => words[random.below(words.length)]).join(' '),
    )
    const made = buildTextIndex(titles.map((title, i) => paper({ id: String(i).padStart(3, '0'), title })))
    for (const query of ['reef coral', 'coral reef', 'reef wombat reef', 'coral coral', 'wombat', 'ree* coral ree*']) {
      const words = query.replaceAll('ree*', 'reef').replaceAll('reef', 'reefs?')
      const wanted = titles.flatMap((title, i) => (new RegExp(`\\b${words}\\b`).test(title) ? [i] : []))
      expect([...matchQuery(made, query, ['title'])], query).toEqual(wanted)
      expect(wanted.length).toBeGreaterThan(0)
    }
  })

  it('finds a rare word with several forms among many papers, and counts what each holds of it', () => {
    const titles = Array.from({ length: 900 }, (_, i): string =>
      i % 97 === 0 ? 'wombat wombats and wombats' : 'coral',
    )
    titles[500] = 'one wombat'
    const made = buildTextIndex(titles.map((title, i) => paper({ id: String(i).padStart(3, '0'), title })))
    const { papers, scores } = findPapers(made, parseQuery('wombat'), ['title'], null)
    expect([...papers]).toEqual(titles.flatMap((title, i) => (title.includes('wombat') ? [i] : [])))
    expect(new Set(scores).size).toBe(2)
    expect(scores[papers.indexOf(500)]).toBe(Math.min(...scores))
    expect(findPapers(made, parseQuery('wombat'), ['abstract'], null).papers).toHaveLength(0)
  })

  it('joins the forms of a word, however unlike in number', () => {
    for (const every of [2, 3, 200]) {
      const titles = Array.from({ length: 800 }, (_, i) =>
        ['reef', i % every === 0 ? 'reefs' : '', i % 7 === 0 ? 'reefs and reef' : '']
          .slice(i % 5 === 0 ? 1 : 0)
          .join(' '),
      )
      const made = buildTextIndex(titles.map((title, i) => paper({ id: String(i).padStart(3, '0'), title })))
      const times = titles.map((title) => title.match(/reefs?/g)?.length ?? 0)
      const { papers, weights } = findPhrase(made, parseQuery('reef').flat()[0] as PhraseClause, ['title'])
      expect([...papers]).toEqual(times.flatMap((count, i) => (count > 0 ? [i] : [])))
      expect([...weights]).toEqual(times.filter((count) => count > 0).map((count) => count * TITLE_WEIGHT))
    }
  })

  it('does not find a phrase across the end of a sentence, but over an abbreviation', () => {
    const ends = buildTextIndex([
      paper({ id: 'a', title: 'x', abstract: 'We lower the loss. Function spaces follow. They go deep? Networks do.' }),
      paper({ id: 'b', title: 'x', abstract: 'Trees vs. Networks, after J. Smith et al. Proposals follow.' }),
    ])
    const where = (query: string): string => [...matchQuery(ends, query, ['abstract'])].map((i) => ends.ids[i]).join('')
    expect(where('"loss function"')).toBe('')
    expect(where('deep networks')).toBe('')
    expect(where('function spaces')).toBe('a')
    expect(where('trees vs networks')).toBe('b')
    expect(where('"j smith"')).toBe('b')
  })

  it('does not find a phrase across title and abstract', () => {
    expect(found('alignment study')).toBe('')
  })

  it.each(['', '   ', 'the of', '""', '*', 'OR', '-loss', 'author:', 'venue:"!"', 'year:..', '-year:2020'])(
    'refuses %j',
    (query) => {
      expect(() => found(query)).toThrow(TidemapError)
    },
  )
})

const textsOf = (texts: Texts): string[] => Array.from({ length: texts.length }, (_, i) => texts.at(i)!)

it('survives the way through a file', () => {
  const parts = [...writeTextIndex(index)]
  const bytes = new Uint8Array(parts.flatMap((part) => [...part]))
  const read = readTextIndex(heldBytes(bytes))
  const { occurrences } = index
  const held = { ids: textsOf(read.ids), words: textsOf(read.words), occurrences }
  expect({ ...read, ...held }).toEqual(index)
  expect(read.ids.at(papers.length)).toBeUndefined()
  const { size } = occurrences
  expect(read.occurrences.size).toBe(size)
  for (const what of ['papers', 'places', 'isPart'] as const) {
    expect(read.occurrences[what](0, size)).toEqual(occurrences[what](0, size))
    expect(read.occurrences[what](3, 8)).toEqual(occurrences[what](3, 8))
  }
  expect(() => readTextIndex(heldBytes(bytes.subarray(0, 3)))).toThrow('cut short')
  expect(() => readTextIndex(heldBytes(bytes.subarray(0, bytes.length - 8)))).toThrow('cut short')
  bytes[20] ^= 1
  expect(() => readTextIndex(heldBytes(bytes))).toThrow(TidemapError)
})

describe('fields', () => {
  const people = buildTextIndex([
    paper({
      id: 'a',
      title: 'Engines',
      authors: ['Ada Lovelace', 'Charles Babbage'],
      venue: 'NeurIPS 2020',
      date: '2020-05',
    }),
    paper({ id: 'b', title: 'Tides', authors: ['Jürgen Müller'], organization: 'Max Planck Institute', date: '2021' }),
    paper({
      id: 'c',
      title: 'Will',
      authors: ['Lovelace Babbage'],
      keywords: ['topic models', 'tides'],
      date: '2023-11-30',
    }),
    paper({ id: 'd', title: 'Lovelace' }),
  ])
  const topicOf = Int32Array.of(1, 2, 2, -1)
  const topics = [
    { id: 1, label: 'engines', themeId: 1, themeLabel: 'machines' },
    { id: 2, label: 'the sea', themeId: 2, themeLabel: 'nature' },
  ]
  const where = (query: string, rule: 'together' | 'anywhere' = 'together'): string => {
    const { papers: numbers } = findPapers(people, parseQuery(query, rule), ['title', 'abstract'], { topicOf, topics })
    return [...numbers].map((number) => people.ids[number]).join('')
  }

  it.each([
    ['author:lovelace', 'ac'],
    ['author:"ada lovelace"', 'a'],
    ['author:"lovelace charles"', ''],
    ['author:muller', 'b'],
    ['author:Müller', 'b'],
    ['author:love*', 'ac'],
    ['lovelace', 'd'],
    ['lov*', 'd'],
    ['venue:neurips', 'a'],
    ['org:"max planck"', 'b'],
    ['keyword:"topic models"', 'c'],
    ['keyword:tide', 'c'],
    ['tides', 'b'],
    ['year:2020', 'a'],
    ['year:2020..2021', 'ab'],
    ['year:2021..', 'bc'],
    ['year:2020-H1..2021-Q4', 'ab'],
    ['year:..2020', 'a'],
    ['-year:2020 author:lovelace', 'c'],
    ['topic:2', 'bc'],
    ['topic:"The Sea" -year:2021', 'c'],
    ['engines author:ada', 'a'],
    ['author:ada OR org:planck', 'ab'],
    ['AUTHOR: ada', 'a'],
  ])('%s → %s', (query, expected) => {
    expect(where(query)).toBe(expected)
  })

  it('names the fields there are when it is asked for another', () => {
    expect(() => where('colour:red')).toThrow('unknown field: colour')
    expect(() => where('colour:"dark red"')).toThrow('unknown field: colour')
    try {
      where('colour:red')
    } catch (error) {
      expect((error as TidemapError).hint).toContain('title, abstract, author, venue, org, keyword, year, topic')
    }
    expect(where('engines: https://example.org 12:30')).toBe('')
    expect(where('"colour:red"')).toBe('')
    expect(() => where('year:20')).toThrow('unknown year: 20')
    expect(() => where('topic:9')).toThrow('unknown topic: 9')
    expect(() => matchQuery(people, 'topic:1', ['title'])).toThrow('topic without an analysis: 1')
  })
})

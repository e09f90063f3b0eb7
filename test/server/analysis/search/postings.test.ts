import { expect, it } from 'vitest'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { ABSTRACT_START } from '../../../../server/analysis/search/places.ts'
import { packPostings, papersOfPostings, planPostings } from '../../../../server/analysis/search/postings.ts'
import { parseQuery } from '../../../../server/analysis/search/query.ts'
import { findPapers } from '../../../../server/analysis/search/search.ts'
import { heldBytes, readTextIndex, writeTextIndex } from '../../../../server/analysis/search/text-index-file.ts'
import { buildTextIndex } from '../../../../server/analysis/search/text-index.ts'
import { paper } from '../../../support/planted-papers.ts'

const N = 4000
const random = createRandom(17)
/** Often, with a stretch of papers without it that a byte cannot count, and once three hundred times in a paper. */
const often = (i: number, word: string): string =>
  i > 900 && i < 1700 ? '' : Array.from({ length: random.below(4) }, () => word).join(' ')
const papers = Array.from({ length: N }, (_, i) =>
  paper({
    id: String(i).padStart(5, '0'),
    title: `${often(i, 'reef')} ${random.below(9) === 0 ? 'coral reefs' : 'sea'}`,
    abstract:
      i % 7 === 0
        ? null
        : `${often(i, 'coral')} ${often(i, 'reef')} ${'tide '.repeat(i === 50 ? 300 : 1)} ${often(i, 'reefs')}`,
    venue: random.below(2) === 0 ? 'Reef Letters' : null,
  }),
)
const held = buildTextIndex(papers)
const read = readTextIndex(heldBytes(new Uint8Array(Buffer.concat([...writeTextIndex(held)]))))
const numberOf = (word: string): number => held.words.indexOf(word)

it('holds each paper of a frequent word and how often its title and its abstract hold it', () => {
  const plan = planPostings(held)
  const packed = [...packPostings(held, plan)]
  const words = [...plan.words].map((word) => held.words[word])
  expect(words).toEqual(expect.arrayContaining(['coral', 'reef', 'sea', '@venue reef']))
  // More often in one paper than a byte can count; and too rare.
  expect(words).not.toContain('tide')
  plan.words.forEach((word, i) => {
    const [from, to] = [held.begins[word], held.begins[word] + held.counts[word]]
    const places = held.occurrences.places(from, to)
    const wanted = new Map<number, [number, number]>()
    held.occurrences.papers(from, to).forEach((one, o) => {
      const counts = wanted.get(one) ?? [0, 0]
      counts[places[o] < ABSTRACT_START ? 0 : 1]++
      wanted.set(one, counts)
    })
    const found = papersOfPostings(packed[i])
    expect([...found].map((one, at) => [one, [packed[i].titles[at], packed[i].abstracts[at]]])).toEqual([...wanted])
    expect(packed[i].gaps).toHaveLength(plan.gapStarts[i + 1] - plan.gapStarts[i])
  })
  expect(packed.some(({ gaps }) => gaps.includes(0))).toBe(true)
})

it('come back from a file, for the words that have some', () => {
  const plan = planPostings(held)
  const packed = [...packPostings(held, plan)]
  plan.words.forEach((word, i) => expect(read.postings!.of(word)).toEqual(packed[i]))
  expect(read.postings!.of(numberOf('tide'))).toBeNull()
  expect(
    readTextIndex(heldBytes(Buffer.concat([...writeTextIndex(buildTextIndex(papers.slice(0, 9)))]))).postings,
  ).toBeNull()
})

it('finds and scores as an index without them does', () => {
  const queries =
    'reef|coral reef|"reef"|"coral reefs"|re*|tide|tide reef|venue:reef|coral -reef|reef OR tide|title:reef sea'
  for (const query of queries.split('|')) {
    for (const rule of ['together', 'anywhere'] as const) {
      for (const fields of [['title'], ['abstract'], ['title', 'abstract']] as const) {
        const parsed = parseQuery(query, rule)
        const [a, b] = [read, held].map((index) => findPapers(index, parsed, fields, null))
        expect(a.papers, query).toEqual(b.papers)
        expect(a.scores, query).toEqual(b.scores)
        const some = b.papers.filter((one) => one % 3 === 0)
        expect(a.scoresOf(some)).toEqual(Float64Array.from(some, (one) => b.scores[b.papers.indexOf(one)]))
      }
    }
  }
})

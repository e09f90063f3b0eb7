import { expect, it } from 'vitest'
import { FIRST_TOPIC_WORD, generatePapers, TOPIC_STEP, TOPIC_WORDS, TOPICS } from './generate-papers.ts'
import { madeUpWord } from './made-up-word.ts'

const papers = [...generatePapers(1000, 3)]
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g)!

it('gives the same papers for the same seed, and others for another', () => {
  expect([...generatePapers(40, 3)]).toEqual(papers.slice(0, 40))
  expect([...generatePapers(40, 4)]).not.toEqual(papers.slice(0, 40))
})

it('has words as common as Zipf has it', () => {
  const counts = new Map<string, number>()
  for (const word of papers.flatMap(({ abstract }) => wordsOf(abstract))) counts.set(word, (counts.get(word) ?? 0) + 1)
  // The words that no topic has to itself, by their rank in the whole vocabulary.
  const at = (rank: number): number => counts.get(madeUpWord(rank)) ?? 0
  const around = (from: number, to: number): number => {
    let sum = 0
    for (let rank = from; rank < to; rank++) sum += at(rank)
    return sum / (to - from)
  }
  // Ten times the rank, a tenth of the count.
  expect(around(5, 15) / around(100, 120)).toBeGreaterThan(6)
  expect(around(5, 15) / around(100, 120)).toBeLessThan(12)
  // Many words are seen once or twice.
  expect([...counts.values()].filter((count) => count <= 2).length).toBeGreaterThan(counts.size / 3)
})

it('plants topics: a paper holds more words of its own than of others', () => {
  const own = Array.from({ length: TOPICS }, (_, topic) => {
    const first = FIRST_TOPIC_WORD + topic * TOPIC_STEP
    return new Set(Array.from({ length: TOPIC_WORDS }, (_, i) => madeUpWord(first + i)))
  })
  const right = papers.filter(({ abstract, label }) => {
    const said = wordsOf(abstract)
    const held = own.map((words) => said.filter((word) => words.has(word)).length)
    return held.indexOf(Math.max(...held)) === Number(label)
  })
  expect(right.length / papers.length).toBeGreaterThan(0.6)
  // Some are between two.
  expect(right.length / papers.length).toBeLessThan(0.99)
  expect(new Set(papers.map(({ label }) => label)).size).toBe(TOPICS)
})

it('has abstracts of 150 words, over ten years', () => {
  const lengths = papers.map(({ abstract }) => wordsOf(abstract).length)
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(100)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(200)
  expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeCloseTo(150, -1)
  const dates = papers.map(({ date }) => date).sort()
  expect([dates[0].slice(0, 4), dates.at(-1)!.slice(0, 4)]).toEqual(['2014', '2023'])
  expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length)
})

it('makes words that all differ', () => {
  const words = Array.from({ length: 30_000 }, (_, rank) => madeUpWord(rank))
  expect(new Set(words).size).toBe(words.length)
  expect(words.filter((word) => word.length < 4 || word.endsWith('s'))).toEqual([])
})

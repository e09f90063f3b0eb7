import { createRandom, shuffled } from '../../../server/analysis/math/random.ts'
import { STOP_WORDS } from '../../../server/analysis/text/stop-words.ts'

/** Requests that are alike. */
export interface RequestKind {
  name: string
  /** Paths with their queries, none twice where the collection has enough to ask for. */
  paths: string[]
  /** Whether each answer names the next request (`nextCursor`): then there is one path, to begin with. */
  pages?: boolean
}

/** What requests are made of. */
export interface AskedCollection {
  collectionId: string
  analysisId: string
  topics: readonly number[]
  /** Some papers of it, from all over. */
  papers: readonly { id: string; title: string }[]
}

const SEED = 1
const SORTS = ['newest', 'oldest', 'title', 'score', 'votes'] as const

/**
 * So many requests of each kind that people's screens make; words are those of titles, so that common ones are asked for more often, as people
 * do. The same collection gives the same requests.
 */
export function requestKinds(
  { collectionId, analysisId, topics, papers }: AskedCollection,
  count: number,
): RequestKind[] {
  const analysis = `/api/analyses/${analysisId}`
  const collection = `/api/collections/${collectionId}`
  const titles = shuffled(papers.length, createRandom(SEED, 910)).reduce<string[][]>((all, at) => {
    const words = papers[at].title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    return [...all, words]
  }, [])
  const isTelling = (word: string): boolean => word.length > 2 && !STOP_WORDS.has(word)
  const words = distinct(titles.map((title) => title.find(isTelling)))
  const pairs = distinct(
    titles.map(
      (title) =>
        title.slice(1).flatMap((word, i) => (isTelling(word) && isTelling(title[i]) ? `${title[i]} ${word}` : []))[0],
    ),
  )
  const apart = distinct(
    titles.map((title) => {
      const telling = title.filter(isTelling)
      return telling.length < 2 ? undefined : `${telling[0]} ${telling.at(-1)}`
    }),
  )
  const ids = papers.map(({ id }) => encodeURIComponent(id))
  const search = (text: string): string => `${collection}/papers?query=${encodeURIComponent(text)}&words=anywhere`
  const trend = (text: string): string => `${collection}/trends?query=${encodeURIComponent(text)}`
  const kind = (name: string, make: (at: number) => string, most = Infinity): RequestKind => ({
    name,
    paths: Array.from({ length: Math.min(count, most) }, (_, at) => make(at)),
  })
  return [
    kind('topics', () => `${analysis}/topics`),
    kind('a topic with its terms', (at) => `${analysis}/topics/${topics[at % topics.length]}`, topics.length),
    kind('how a topic changed', (at) => `${analysis}/topics/${topics[at % topics.length]}/drift`, topics.length),
    kind('trends of topics, 100 phrases', () => `${analysis}/trends?phrases=100`),
    kind('trend of a word', (at) => trend(words[at]), words.length),
    kind('trend of a phrase', (at) => trend(pairs[at]), pairs.length),
    kind('search for a word', (at) => search(words[at]), words.length),
    kind('search for two words', (at) => search(apart[at]), apart.length),
    kind('search for a phrase', (at) => search(`"${pairs[at]}"`), pairs.length),
    kind('a word within a topic', (at) => `${search(words[at])}&topic=${topics[at % topics.length]}`, words.length),
    kind('a word, newest first', (at) => `${search(words[at])}&sort=newest`, words.length),
    ...SORTS.map((sort) =>
      kind(
        `papers of a topic by ${sort}`,
        (at) => `${collection}/papers?topic=${topics[at % topics.length]}&sort=${sort}`,
        topics.length,
      ),
    ),
    kind('papers of a month', (at) => `${collection}/papers?${month(at)}`, 100),
    ...SORTS.map((sort) => ({
      name: `page after page by ${sort}`,
      paths: [`${collection}/papers?sort=${sort}&limit=100`],
      pages: true,
    })),
    kind('a paper', (at) => `${analysis}/papers/${ids[at]}`, ids.length),
    kind('papers like it', (at) => `${analysis}/papers/${ids[at]}/similar`, ids.length),
    kind(
      'a topic against another',
      (at) =>
        `${analysis}/contrast?a=topic:${topics[at % topics.length]}&b=topic:${topics[(at * 7 + 3) % topics.length]}`,
    ),
  ]
}

function month(at: number): string {
  const name = `${2023 - (Math.floor(at / 12) % 8)}-${String((at % 12) + 1).padStart(2, '0')}`
  return `from=${name}&to=${name}`
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))]
}

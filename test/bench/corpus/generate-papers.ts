import { createRandom, shuffled } from '../../../server/analysis/math/random.ts'
import { madeUpWord } from './made-up-word.ts'
import { ZipfSampler } from './zipf-sampler.ts'

/** A generated paper, as a line of a file holds it. */
export interface GeneratedPaper {
  id: string
  title: string
  abstract: string
  /** Day, 2014-01-01 to 2023-12-31. */
  date: string
  /** Number of its planted topic. */
  label: string
}

/** Planted topics. */
export const TOPICS = 50
/** Words of all kinds; those of the topics are among them. */
const VOCABULARY = 200_000
/** Words that a topic uses more than others do; it shares half of them with the topic before it, half with the one after. */
export const TOPIC_WORDS = 400
/** Rank at which the words of the first topic begin, and from there so many ranks on those of each other. */
export const FIRST_TOPIC_WORD = 300
export const TOPIC_STEP = 200
/** What English holds its sentences together with, commonest first. */
const FUNCTION_WORDS = 'the of and in to a we is for that with on as by are this from be an which'.split(' ')

const FUNCTION_SHARE = 0.38
const TOPIC_SHARE = 0.25
/** Papers that take some of their words from a second topic. */
const MIXED_SHARE = 0.4
const FIRST_DAY = Date.UTC(2014, 0, 1)
const DAYS = 3652

/**
 * Papers with words as common as Zipf's law has it, planted topics (a fifth of them growing) and abstracts of 150 words in the mean. The same seed
 * and number give the same papers.
 */
export function* generatePapers(papers: number, seed: number): Generator<GeneratedPaper> {
  const random = createRandom(seed, 900)
  const words = Array.from({ length: VOCABULARY }, (_, rank) => madeUpWord(rank))
  const [common, own, joining] = [VOCABULARY, TOPIC_WORDS, FUNCTION_WORDS.length].map((n) => new ZipfSampler(n))

  // Words that two topics share are common in one and rare in the other.
  const orders = Array.from({ length: TOPICS }, () => shuffled(TOPIC_WORDS, random))
  const word = (topic: number, second: number, topicShare: number): string => {
    if (random.next() < FUNCTION_SHARE) return FUNCTION_WORDS[joining.draw(random)]
    if (random.next() >= topicShare) return words[common.draw(random)]
    const of = random.next() < 0.4 ? second : topic
    return words[FIRST_TOPIC_WORD + of * TOPIC_STEP + orders[of][own.draw(random)]]
  }
  const sentence = (length: number, topic: number, second: number, topicShare: number): string => {
    const text = Array.from({ length }, () => word(topic, second, topicShare)).join(' ')
    return text[0].toUpperCase() + text.slice(1)
  }

  for (let i = 0; i < papers; i++) {
    const topic = random.below(TOPICS)
    const second = random.next() < MIXED_SHARE ? random.below(TOPICS) : topic
    const title = sentence(7 + random.below(6), topic, second, 0.4)
    const sentences: string[] = []
    for (let left = 100 + random.below(101); left > 0;) {
      const length = Math.min(left, 12 + random.below(14))
      sentences.push(`${sentence(length, topic, second, TOPIC_SHARE)}.`)
      left -= length
    }
    const passed = random.next()
    const day = Math.floor(DAYS * (topic % 5 === 0 ? Math.sqrt(passed) : passed))
    yield {
      id: `g${String(i).padStart(7, '0')}`,
      title,
      abstract: sentences.join(' '),
      date: new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10),
      label: String(topic),
    }
  }
}

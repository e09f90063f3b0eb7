import type { Paper } from '../../shared/paper.ts'
import { createRandom } from '../../server/analysis/math/random.ts'
import { paper } from './planted-papers.ts'

/** A year's part of the papers is drawn from these years. */
const YEARS = 12
const FIRST = 2010

/**
 * Papers of twelve years in which nothing moves but what venues bring: words come in bursts inside a paper, each venue has words of its
 * own, and venues are of all sizes. Ids sort by number; `seed` tells which papers.
 */
export function bustlingPapers(count: number, seed: number): Paper[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, i) => {
    const venue = Math.floor(8 * random.next() ** 2)
    const words: string[] = []
    while (words.length < 40) {
      // One in three is the venue's own; frequent words are as frequent as in real text.
      const rank = Math.floor(120 * random.next() ** 2)
      const word = random.next() < 0.35 ? `venue${letters(venue)}${letters(rank % 6)}` : `word${letters(rank)}`
      const times = random.next() < 0.3 ? 1 + random.below(4) : 1
      for (let k = 0; k < times; k++) words.push(word)
    }
    return paper({
      id: `p${String(i).padStart(5, '0')}`,
      title: words.slice(0, 4).join(' '),
      abstract: words.join(' '),
      venue: `Venue ${venue}`,
      date: String(FIRST + Math.floor(YEARS * Math.sqrt(random.next()))),
    })
  })
}

/** Words of letters alone, so that each is a term of its own. */
function letters(number: number): string {
  const [high, low] = [Math.floor(number / 20), number % 20]
  return `${'bcdfghjklmnpqrstvwxz'[high % 20]}o${'bcdfghjklmnpqrstvwxz'[low]}`
}

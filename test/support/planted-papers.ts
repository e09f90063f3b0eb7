import type { Paper } from '../../shared/paper.ts'
import { createRandom } from '../../server/analysis/math/random.ts'

/** A paper with what a test cares about, and null for the rest. */
export function paper(fields: Partial<Paper> & { id: string }): Paper {
  const date = fields.date ?? null
  return {
    title: `paper ${fields.id}`,
    abstract: null,
    date,
    datePrecision: date === null ? null : date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day',
    dateInferred: false,
    authors: null,
    authorCount: null,
    organization: null,
    venue: null,
    doi: null,
    url: null,
    keywords: null,
    votes: null,
    comments: null,
    label: null,
    source: null,
    ...fields,
  }
}

/** Subjects with words of their own; every abstract mixes one subject's words with words that all share. */
export const SUBJECTS: readonly (readonly string[])[] = [
  ['coral', 'reef', 'bleaching', 'ocean', 'lagoon', 'polyp', 'algae', 'tide'],
  ['violin', 'sonata', 'orchestra', 'melody', 'tempo', 'choir', 'harmony', 'fugue'],
  ['glacier', 'moraine', 'crevasse', 'firn', 'iceberg', 'permafrost', 'snowpack', 'serac'],
  ['enzyme', 'protein', 'substrate', 'catalysis', 'peptide', 'ligand', 'kinase', 'folding'],
]
const COMMON = [
  'table',
  'window',
  'paperclip',
  'garden',
  'bottle',
  'carpet',
  'pencil',
  'ladder',
  'basket',
  'mirror',
  'candle',
  'drawer',
]

/** `count` papers a subject, one a month from 2010-01; the label says the subject. Ids sort by number. */
export function plantedPapers(count: number, subjects = SUBJECTS.length, seed = 7): Paper[] {
  const random = createRandom(seed)
  const pick = (words: readonly string[]): string => words[random.below(words.length)]
  const papers: Paper[] = []
  for (let i = 0; i < count * subjects; i++) {
    const own = SUBJECTS[i % subjects]
    const words = Array.from({ length: 40 }, () => (random.next() < 0.5 ? pick(own) : pick(COMMON)))
    const month = i % 120
    papers.push(
      paper({
        id: `p${String(i).padStart(5, '0')}`,
        title: `${own[0]} ${own[1]} ${pick(own)}`,
        abstract: words.join(' '),
        date: `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
        label: String(i % subjects),
      }),
    )
  }
  return papers
}

import type { TopicDrift } from '../../../shared/topic-drift.ts'
import { table } from './table.ts'
import { count, plain } from './words.ts'

/** How a topic's words changed: its stretches, what entered and left, then its terms. */
export function driftText({ entered, left, stretches, terms, notes }: TopicDrift, label: string): string {
  const list = (words: readonly string[]): string => (words.length === 0 ? 'nothing for sure' : plain(words.join(', ')))
  const rows = terms.map(({ term, papers, change, peak }) => [term, count(papers), change, peak ?? '–'])
  return [
    `${plain(label)}\n`,
    `entered: ${list(entered)}\n`,
    `left: ${list(left)}\n\n`,
    table(
      [{ head: 'from' }, { head: 'to' }, { head: 'papers', right: true }, { head: 'terms of that time', most: 80 }],
      stretches.map(({ from, to, papers, terms: own }) => [from, to, count(papers), own.join(', ')]),
    ),
    '\n',
    table([{ head: 'term', most: 44 }, { head: 'papers', right: true }, { head: 'change' }, { head: 'peak' }], rows),
    ...notes.map((note) => `note: ${plain(note)}\n`),
  ].join('')
}

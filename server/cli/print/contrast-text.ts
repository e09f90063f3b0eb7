import type { Contrast } from '../../../shared/contrast.ts'
import { table } from './table.ts'
import { count, plain, plural } from './words.ts'

/** Two sets of papers, the terms of each with their figures, and what the comparison cannot say. */
export function contrastText({ a, b, notes }: Contrast): string {
  const heads = [
    `A  ${plain(a.label)} (${plural(a.papers, 'paper')})\n`,
    `B  ${plain(b.label)} (${plural(b.papers, 'paper')})\n`,
  ]
  const side = (name: string, terms: Contrast['a']['terms']): string =>
    terms.length === 0
      ? `\nnothing is more in ${name}\n`
      : `\n${table(
          [
            { head: `more in ${name}`, most: 40 },
            { head: 'log-odds', right: true },
            { head: '95% interval', right: true },
            { head: 'z', right: true },
            { head: 'papers of A', right: true },
            { head: 'of B', right: true },
          ],
          terms.map(({ term, logOdds, low, high, z, papersA, papersB }) => [
            term,
            logOdds.toFixed(2),
            `${low.toFixed(2)} to ${high.toFixed(2)}`,
            z.toFixed(1),
            count(papersA),
            count(papersB),
          ]),
        )}`
  return [...heads, side('A', a.terms), side('B', b.terms), ...notes.map((note) => `note: ${plain(note)}\n`)].join('')
}

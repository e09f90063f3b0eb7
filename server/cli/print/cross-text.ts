import { blockBars } from '../../../shared/block-bars.ts'
import type { CrossGroup, CrossTrends } from '../../../shared/cross-trends.ts'
import { table } from './table.ts'
import { count, percent, plain, plural } from './words.ts'

/** Venues or organisations over time, one a line; `label`: the topic's, null for all papers. */
export function crossText(cross: CrossTrends, label: string | null): string {
  const { by, periods, complete, groups, nameless, notes } = fromFirstPaper(cross)
  const span = periods.length === 0 ? '' : `, ${periods[0]} to ${periods.at(-1)}`
  const drawn = label === null ? 'papers' : 'share of its papers in the topic'
  const last = complete.at(-1) === false ? `${periods.at(-1)} is not over in these papers\n` : ''
  const rows = groups.map((group) => [
    group.label,
    count(group.papers),
    ...(label === null ? [] : [percent(shareOf(group))]),
    mostIn(group, periods),
    blockBars(label === null ? group.counts : sharesOf(group)),
  ])
  return [
    `${label === null ? 'All papers' : plain(label)} by ${by}${span}\n\n`,
    table(
      [
        { head: by, most: 44 },
        { head: 'papers', right: true },
        ...(label === null ? [] : [{ head: 'of its own', right: true }]),
        { head: 'most in' },
        { head: `${drawn} over time` },
      ],
      rows,
    ),
    last === '' ? '' : `\n${last}`,
    nameless > 0 ? `${plural(nameless, 'paper')} without ${by === 'venue' ? 'a venue' : 'an organisation'}\n` : '',
    ...notes.map((note) => `note: ${plain(note)}\n`),
  ].join('')
}

/** Periods before the topic's first paper would be nothing but empty bars. */
function fromFirstPaper(cross: CrossTrends): CrossTrends {
  const first = Math.max(
    0,
    cross.totals.findIndex((total) => total > 0),
  )
  return {
    ...cross,
    periods: cross.periods.slice(first),
    complete: cross.complete.slice(first),
    groups: cross.groups.map((group) => ({
      ...group,
      counts: group.counts.slice(first),
      totals: group.totals.slice(first),
    })),
  }
}

function sharesOf({ counts, totals }: CrossGroup): (number | null)[] {
  return counts.map((papers, i) => (totals[i] === 0 ? null : papers / totals[i]))
}

/** Share of a group's dated papers that are in the topic; null where it has none. */
function shareOf({ counts, totals }: CrossGroup): number | null {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
  return sum(totals) === 0 ? null : sum(counts) / sum(totals)
}

function mostIn({ counts }: CrossGroup, periods: readonly string[]): string {
  const most = Math.max(0, ...counts)
  return most === 0 ? '–' : periods[counts.indexOf(most)]
}

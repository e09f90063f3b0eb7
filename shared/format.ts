import type { Paper } from './paper.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A whole number with commas between thousands, whatever the locale: `54,160`. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** A count and its noun: `1 paper`, `54,160 papers`. The plural defaults to the noun with an s. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : nouns}`
}

/** A share of 0–1 as a percentage with about two digits: `0.04%`, `4.1%`, `26%`; never 0% or 100% for what is not. */
export function formatPercent(share: number): string {
  const percent = share * 100
  if (percent === 0) return '0%'
  if (percent < 0.01) return '<0.01%'
  if (percent < 1) return `${trimZeros(percent.toFixed(2))}%`
  if (percent < 9.95) return `${trimZeros(percent.toFixed(1))}%`
  if (percent > 99 && percent < 100) return `${trimZeros(Math.min(percent, 99.9).toFixed(1))}%`
  return `${percent.toFixed(0)}%`
}

function trimZeros(fixed: string): string {
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed
}

/** A date as precise as it was written: `15 Dec 2020`, `Dec 2020`, `2020`. Anything else comes back as it is. */
export function formatDate(date: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (!match) return date
  const [, year, month, day] = match
  if (month === undefined) return year
  const name = MONTHS[Number(month) - 1] ?? month
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** The dates of a collection: `2016 – 15 Dec 2020`, one date where both are the same, `no dates` without any. */
export function formatDateRange(from: string | null, to: string | null): string {
  if (from === null || to === null) return 'no dates'
  return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`
}

/** A moment in UTC, ISO 8601, as `15 Dec 2020, 14:03 UTC`. */
export function formatInstant(iso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(iso)
  return match ? `${formatDate(match[1])}, ${match[2]} UTC` : formatDate(iso)
}

/** A period's label in words: `21 Nov 2024`, `week 47 of 2024`, `Nov 2024`, `Q4 2024`, `H2 2024`, `2024`, `2023–2024`. */
export function formatPeriod(label: string): string {
  const part = /^(\d{4})-([WQH])(\d+)$/.exec(label)
  if (part) return part[2] === 'W' ? `week ${Number(part[3])} of ${part[1]}` : `${part[2]}${part[3]} ${part[1]}`
  const years = /^(\d{4})\/(\d{4})$/.exec(label)
  return years ? `${years[1]}–${years[2]}` : formatDate(label)
}

/** A point of a trend: `212 papers, 4.1% of 2024`; `no papers in 2024` where the period is empty. */
export function formatPoint(point: { period: string; papers: number; share: number | null }): string {
  const period = formatPeriod(point.period)
  return point.share === null
    ? `no papers in ${period}`
    : `${plural(point.papers, 'paper')}, ${formatPercent(point.share)} of ${period}`
}

/** An interval of shares: `2.2–6.8%`; null ends give an empty string. */
export function formatInterval(low: number | null, high: number | null): string {
  if (low === null || high === null) return ''
  const from = formatPercent(low)
  return `${from.slice(0, -1)}–${formatPercent(high)}`
}

/** Who wrote a paper, short: `A. Lee, B. Roy`, `A. Lee and 8 others`, `9 authors`, an organisation, or null. */
export function formatAuthors(paper: Pick<Paper, 'authors' | 'authorCount' | 'organization'>, most = 4): string | null {
  const { authors, authorCount, organization } = paper
  if (authors !== null && authors.length > 0) {
    if (authors.length <= most) return authors.join(', ')
    return `${authors[0]} and ${formatCount(authors.length - 1)} others`
  }
  return authorCount === null ? organization : plural(authorCount, 'author')
}

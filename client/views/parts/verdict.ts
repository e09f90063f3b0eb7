import { formatPercent, formatPeriod, plural } from '../../../shared/format.ts'
import type { Bin } from '../../../shared/period.ts'
import type { TrendItem, TrendPoint, Verdict } from '../../../shared/trend.ts'

/** A verdict in one plain sentence. */
export const VERDICT_MEANS: Record<Verdict, string> = {
  emerging: 'its share grows more than chance would explain',
  declining: 'its share falls more than chance would explain',
  peaked: 'its share rose and has fallen since',
  steady: 'no change that chance would not explain',
  'not enough data': 'too few dated papers or periods to speak of a trend',
}

/** What stands behind a verdict. */
export interface Judged extends Pick<TrendItem, 'verdict' | 'size' | 'qValue' | 'papers' | 'peak'> {
  points: readonly TrendPoint[]
}

const PER: Partial<Record<Bin, string>> = { half: 'a half year', 'two-year': 'in two years' }

/**
 * The change of the odds of a share per period, from the change of their logarithm: `+31% a year`, `×2.5 a year`, `−6.4% a year`;
 * `–` where nothing was tested.
 */
export function growthText(size: number | null, bin: Bin): string {
  if (size === null) return '–'
  const percent = Math.expm1(size) * 100
  const per = PER[bin] ?? `a ${bin}`
  if (percent >= 100) return `×${Math.exp(size).toFixed(1)} ${per}`
  const digits = Math.abs(percent).toFixed(Math.abs(percent) < 9.95 ? 1 : 0)
  return Number(digits) === 0 ? `±0% ${per}` : `${percent < 0 ? '−' : '+'}${digits}% ${per}`
}

/** The share of a line in the period of its peak: `8.9%`; null where it has none. */
function peakShareText({ peak, points }: Pick<Judged, 'peak' | 'points'>): string | null {
  const share = points.find(({ period }) => period === peak)?.share ?? null
  return share === null ? null : formatPercent(share)
}

/** What changed: the height of what has peaked, since the slope over all time says nothing of what rose and fell; else the growth. */
export function changeText(line: Judged, bin: Bin): string {
  const height = line.verdict === 'peaked' ? peakShareText(line) : null
  return height === null ? growthText(line.size, bin) : `up to ${height}`
}

/** A false-discovery rate in few digits: `0.014`, `<0.001`; `–` where nothing was tested. */
export function qText(qValue: number | null): string {
  if (qValue === null) return '–'
  return qValue < 0.001 ? '<0.001' : qValue.toFixed(qValue < 0.1 ? 3 : 2)
}

/** The size, the certainty and the support of a verdict in one line. */
export function judgedText(judged: Judged, bin: Bin): string {
  const { verdict, size, qValue, papers, peak } = judged
  const height = peakShareText(judged)
  // The slope over all time says nothing of what rose and fell.
  const slope = verdict === 'peaked' ? [] : [`odds ${growthText(size, bin)}`]
  const tested = size === null ? [] : [...slope, `q ${qText(qValue)}`]
  const highest =
    verdict === 'peaked' && peak !== null
      ? [`highest in ${formatPeriod(peak)}${height === null ? '' : ` with ${height}`}`]
      : []
  return [...tested, ...highest, plural(papers, 'paper')].join(', ')
}

import { formatPeriod } from '../format.ts'
import { textWidth } from './text-width.ts'

/** Steps that read well, in periods of each unit: a step of 12 months ticks every January. */
const STEPS = {
  day: [1, 7, 14, 28, 56, 91, 182, 364, 728],
  week: [1, 2, 4, 13, 26, 52, 104, 260],
  month: [1, 2, 3, 6, 12, 24, 60, 120, 240],
  quarter: [1, 2, 4, 8, 20, 40, 80],
  half: [1, 2, 4, 10, 20, 40],
  year: [1, 2, 5, 10, 20, 25, 50, 100],
  'two-year': [1, 2, 5, 10, 20, 50],
} as const

type Unit = keyof typeof STEPS

/** Which unit a period's label is of, and its number counted in that unit; days and weeks count from the first label. */
function ordinal(label: string, index: number): { unit: Unit; number: number } {
  const year = Number(label.slice(0, 4))
  const rest = label.slice(5)
  if (label.length === 4) return { unit: 'year', number: year }
  if (label[4] === '/') return { unit: 'two-year', number: Math.floor((year - 1) / 2) }
  if (rest[0] === 'W') return { unit: 'week', number: index }
  if (rest[0] === 'Q') return { unit: 'quarter', number: year * 4 + Number(rest.slice(1)) - 1 }
  if (rest[0] === 'H') return { unit: 'half', number: year * 2 + Number(rest.slice(1)) - 1 }
  return rest.length === 2 ? { unit: 'month', number: year * 12 + Number(rest) - 1 } : { unit: 'day', number: index }
}

export interface PeriodTick {
  /** Place of the period in `periods`. */
  index: number
  label: string
}

/** The periods that get a label on an axis of `step` pixels a period: round ones, never closer than a space apart. */
export function periodTicks(periods: readonly string[], step: number, fontSize: number): PeriodTick[] {
  if (periods.length === 0) return []
  const numbered = periods.map(ordinal)
  const labels = periods.map((period) => axisLabel(period))
  const room = Math.max(...labels.map((label) => textWidth(label, fontSize))) + fontSize
  const steps = STEPS[numbered[0].unit]
  const every = steps.find((count) => count * step >= room) ?? Math.ceil(room / step)
  const ticks = labels
    .map((label, index) => ({ index, label }))
    .filter(({ index }) => numbered[index].number % every === 0)
  // Where periods are passed by, round ones may stand side by side.
  let last = -Infinity
  const apart = ticks.filter(({ index }) => {
    if ((index - last) * step < room) return false
    last = index
    return true
  })
  return apart.length > 0 ? apart : [{ index: 0, label: labels[0] }]
}

/** A period in few letters: `wk 47 2024`, the rest as in prose. */
function axisLabel(period: string): string {
  return formatPeriod(period).replace(/^week (\d+) of /, 'wk $1 ')
}

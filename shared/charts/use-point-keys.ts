import { useState, type KeyboardEvent, type SVGProps } from 'react'
import { stepPoint, type PointPlace, type PointRow } from './step-point.ts'

/** What of a page is needed here; these drawings are also made where there is none. */
interface Drawing {
  ownerSVGElement: { querySelectorAll: (what: string) => Iterable<Point> } | null
}
interface Point {
  getAttribute: (name: string) => string | null
  focus: () => void
}

const STEPS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])

export interface PointButton {
  /** Said when the point has the focus: its name and its figures. */
  name: string
  act: () => void
}

/**
 * Makes the points of a chart buttons of which one is in the tab order; arrow keys lead from it to all others, Enter and Space open one.
 * `onRow` hears the series that has the focus, null when it leaves. Gives the properties of a point's element.
 */
export function usePointKeys(rows: readonly PointRow[], onRow?: (id: string | null) => void) {
  const [last, setLast] = useState<PointPlace | null>(null)
  const known = rows.find(({ id, periods }) => id === last?.row && periods.includes(last.period))
  const first = rows.find(({ periods }) => periods.length > 0)
  const current =
    known === undefined
      ? first && { row: first.id, period: first.periods.at(-1)! }
      : { row: known.id, period: last!.period }
  return (row: string, period: string, { name, act }: PointButton): SVGProps<SVGElement> & Record<string, unknown> => ({
    role: 'button',
    'aria-label': name,
    tabIndex: current?.row === row && current.period === period ? 0 : -1,
    'data-point': nameOf({ row, period }),
    onFocus: () => {
      setLast({ row, period })
      onRow?.(row)
    },
    onBlur: () => onRow?.(null),
    style: { cursor: 'pointer' },
    onClick: act,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        act()
        return
      }
      if (!STEPS.has(event.key)) return
      // At an edge, too: a page that scrolls away there loses the chart.
      event.preventDefault()
      const next = stepPoint(rows, { row, period }, event.key)
      if (next === null) return
      const wanted = nameOf(next)
      const drawing = (event.currentTarget as unknown as Drawing).ownerSVGElement
      for (const point of drawing?.querySelectorAll('[data-point]') ?? []) {
        if (point.getAttribute('data-point') === wanted) point.focus()
      }
    },
  })
}

const nameOf = ({ row, period }: PointPlace): string => `${row}|${period}`

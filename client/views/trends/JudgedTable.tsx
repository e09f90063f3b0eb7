import { Sparkline } from '../../../shared/charts/Sparkline.tsx'
import { formatCount, formatPeriod } from '../../../shared/format.ts'
import type { Bin } from '../../../shared/period.ts'
import { VerdictMark } from '../parts/VerdictMark.tsx'
import { changeText, qText } from '../parts/verdict.ts'
import type { JudgedLine } from './judged-lines.ts'
import facts from '../../ui/FactTable.module.css'
import unseen from '../../ui/Unseen.module.css'
import classes from './JudgedTable.module.css'

interface JudgedTableProps {
  caption: string
  /** Head of the first column. */
  what: string
  lines: readonly JudgedLine[]
  bin: Bin
  /** What a click on a name does, and how it is said. */
  action?: (line: JudgedLine) => { label: string; run: () => void }
}

/** Verdicts in full: size, certainty and support of every one, its peak, and its line with its bursts. */
export function JudgedTable({ caption, what, lines, bin, action }: JudgedTableProps) {
  return (
    <div className={facts.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={`${facts.table} ${classes.table}`}>
        <caption className={unseen.unseen}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col">Over time</th>
            <th scope="col">Verdict</th>
            <th scope="col">Change</th>
            <th scope="col">q</th>
            <th scope="col">Papers</th>
            <th scope="col">Since</th>
            <th scope="col">Peak</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const act = action?.(line)
            return (
              <tr key={line.id}>
                <th scope="row">
                  {act === undefined ? (
                    line.label
                  ) : (
                    <button type="button" title={act.label} onClick={act.run}>
                      {line.label}
                    </button>
                  )}
                </th>
                <td>
                  <Sparkline
                    points={line.stretch.points}
                    color="var(--accent)"
                    width={120}
                    height={24}
                    bursts={line.bursts}
                  />
                  <span className={unseen.unseen}>{burstText(line)}</span>
                </td>
                <td>
                  <VerdictMark verdict={line.verdict} judged={{ of: line, bin }} plain />
                </td>
                <td>{changeText(line, bin)}</td>
                <td>{qText(line.qValue)}</td>
                <td>{formatCount(line.stretch.papers)}</td>
                <td>{line.from === null ? '–' : formatPeriod(line.from)}</td>
                <td>{line.peak === null ? '–' : formatPeriod(line.peak)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function burstText({ bursts }: JudgedLine): string {
  if (bursts.length === 0) return 'no burst'
  return `burst ${bursts.map(({ from, to }) => `${formatPeriod(from)} to ${formatPeriod(to)}`).join(', ')}`
}

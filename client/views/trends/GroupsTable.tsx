import { formatCount, formatPeriod, plural } from '../../../shared/format.ts'
import type { GroupTable } from './group-rows.ts'
import classes from './NumbersTable.module.css'

interface GroupsTableProps {
  table: GroupTable
  caption: string
  onCell: (label: string, period: string) => void
}

/** The twin of the heat map: papers and all papers of every cell, each leading to its papers. */
export function GroupsTable({ table, caption, onCell }: GroupsTableProps) {
  return (
    <details className={classes.table}>
      <summary>Show the numbers as a table</summary>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Numbers of the chart">
        <table>
          <caption>{caption}, papers of all papers per period</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              {table.periods.map((period) => (
                <th key={period} scope="col">
                  {formatPeriod(period)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                {table.periods.map((period, at) => (
                  <td key={period}>
                    {row.counts[at] === 0 ? (
                      row.totals[at] === 0 ? (
                        '–'
                      ) : (
                        '0'
                      )
                    ) : (
                      <button
                        type="button"
                        aria-label={`${row.label}, ${formatPeriod(period)}: ${plural(row.counts[at], 'paper')} of ${formatCount(row.totals[at])}`}
                        onClick={() => onCell(row.label, period)}
                      >
                        {formatCount(row.counts[at])}/{formatCount(row.totals[at])}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

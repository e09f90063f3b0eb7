import { TrendTable, type TrendTableProps } from '../../../shared/charts/TrendTable.tsx'
import classes from './NumbersTable.module.css'

/** The twin of a chart: its numbers as a table, every one of which leads to its papers. */
export function NumbersTable(props: TrendTableProps) {
  return (
    <details className={classes.table}>
      <summary>Show the numbers as a table</summary>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Numbers of the chart">
        <TrendTable {...props} />
      </div>
    </details>
  )
}

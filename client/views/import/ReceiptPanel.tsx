import { formatAuthors, formatCount, formatDate, formatDateRange, plural } from '../../../shared/format.ts'
import type { Receipt } from '../../../shared/receipt.ts'
import type { Reading } from '../../hooks/use-import.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Notes } from '../../ui/Notes.tsx'
import classes from './ReceiptPanel.module.css'

const LISTED = 200

/** What an input holds, to the last record; or why it was refused. */
export function ReceiptPanel({ reading, named }: { reading: Reading; named: boolean }) {
  const { incoming, preview, error } = reading
  return (
    <div className={classes.panel}>
      {named && <h3>{incoming.name}</h3>}
      {error && <ErrorNote error={error} />}
      {preview && <Figures receipt={preview.receipt} />}
      {preview && preview.receipt.rejected.length > 0 && <Rejected receipt={preview.receipt} />}
      {preview?.receipt.notes && <Notes notes={preview.receipt.notes} />}
      {preview && preview.sample.length > 0 && (
        <ul className={classes.sample} aria-label="First papers">
          {preview.sample.map((paper) => (
            <li key={paper.id}>
              <span>{paper.title}</span>
              <small>{[formatAuthors(paper), paper.date && formatDate(paper.date)].filter(Boolean).join(' · ')}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Figures({ receipt }: { receipt: Receipt }) {
  const rows: [string, string, string?][] = [
    ['Format', `${receipt.format.replaceAll('-', ' ')}, ${receipt.encoding.toUpperCase()}`],
    ['Papers', formatCount(receipt.papers)],
    ['Rejected', formatCount(receipt.rejected.length)],
    ['Duplicates', formatCount(receipt.duplicates), 'counted, not stored twice'],
    ['Titles only', formatCount(receipt.titlesOnly), 'kept, without an abstract'],
    ['Dates', formatDateRange(receipt.from, receipt.to)],
    ['Dates worked out', formatCount(receipt.inferredDates), 'the source left out a part'],
    ['Fields', fieldsOf(receipt)],
  ]
  return (
    <dl className={classes.figures}>
      {rows.map(([term, value, remark]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {remark !== undefined && value !== '0' && <small> {remark}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Rejected({ receipt }: { receipt: Receipt }) {
  return (
    <details className={classes.rejected} open={receipt.rejected.length <= 5}>
      <summary>{plural(receipt.rejected.length, 'record')} rejected</summary>
      <ul>
        {receipt.rejected.slice(0, LISTED).map(({ line, record, reason }) => (
          <li key={record}>
            <span>Line {formatCount(line)}</span> {reason}
          </li>
        ))}
      </ul>
    </details>
  )
}

function fieldsOf(receipt: Receipt): string {
  return Object.entries(receipt.fields)
    .filter(([, field]) => field.papers > 0)
    .map(([name, { column }]) => (column === null || column === name ? name : `${name} (${column})`))
    .join(', ')
}

import type { ReactNode } from 'react'
import { formatAuthors, formatDate } from '../../../shared/format.ts'
import type { Paper } from '../../../shared/paper.ts'
import type { Highlights } from '../../../shared/search.ts'
import type { Assignment } from '../../../shared/topic.ts'
import { Marked } from '../../ui/Marked.tsx'
import { Snippet } from './Snippet.tsx'
import classes from './PaperRow.module.css'

interface PaperRowProps {
  paper: Paper
  assignment: Assignment | null
  /** Stands before the title: the topic's swatch. */
  mark?: ReactNode
  /** Where a search found it. */
  highlights?: Highlights | null | undefined
  /** A line of its own below. */
  remark?: string
  /** Tell why it is where it is. */
  why?: boolean
  picked?: boolean
  onPick: () => void
  onHover?: (over: boolean) => void
}

/** One paper of a list: its title, who and when, and why it stands here. */
export function PaperRow(props: PaperRowProps) {
  const { paper, assignment, mark, highlights, remark, why = false, picked = false, onPick, onHover } = props
  return (
    <button
      type="button"
      className={classes.row}
      data-picked={picked}
      onClick={onPick}
      onPointerEnter={() => onHover?.(true)}
      onPointerLeave={() => onHover?.(false)}
      onFocus={() => onHover?.(true)}
      onBlur={() => onHover?.(false)}
    >
      <span className={classes.title}>
        {mark}
        <Marked text={paper.title} ranges={highlights?.title ?? []} />
      </span>
      <span className={classes.meta}>{metaOf(paper)}</span>
      {assignment?.uncertain && <span className={classes.uncertain}>uncertain</span>}
      <Snippet highlights={highlights} />
      {remark !== undefined && <span className={classes.why}>{remark}</span>}
      {why && assignment && assignment.reasons.length > 0 && (
        <span className={classes.why}>
          why here:{' '}
          {assignment.reasons
            .slice(0, 3)
            .map(({ term, share }) => `${term} ${Math.round(share * 100)}%`)
            .join(', ')}
        </span>
      )}
    </button>
  )
}

/** Who, when and where, in one line. A date that was worked out is marked. */
export function metaOf(paper: Paper): string {
  const date = paper.date === null ? null : `${formatDate(paper.date)}${paper.dateInferred ? ' (inferred)' : ''}`
  const authors = formatAuthors(paper)
  const organization = paper.organization === authors ? null : paper.organization
  return [authors, organization, date, paper.venue].filter((part) => part !== null && part !== '').join(' · ')
}

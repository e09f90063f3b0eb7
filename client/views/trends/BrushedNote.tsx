import { formatDate, formatDateRange } from '../../../shared/format.ts'
import { useLink } from '../../state/link.ts'
import { TextButton } from '../../ui/TextButton.tsx'
import classes from './Panel.module.css'

/** Says what a brushed stretch narrows in a table of verdicts and what it does not; nothing where none is brushed. */
export function BrushedNote() {
  const [{ from, to }, setLink] = useLink()
  if (from === null && to === null) return null
  return (
    <p className={classes.caption}>
      Lines and numbers of papers are those of {stretchText(from, to)}; what has no paper then is left out. Verdict,
      change, q, since and peak are of all time: a shorter stretch is not tested by itself.{' '}
      <TextButton onClick={() => void setLink({ from: null, to: null })}>Show all time</TextButton>
    </p>
  )
}

function stretchText(from: string | null, to: string | null): string {
  if (from === null) return `all up to ${formatDate(to!)}`
  return to === null ? `${formatDate(from)} and later` : formatDateRange(from, to)
}

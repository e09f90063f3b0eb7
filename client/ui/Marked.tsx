import type { ReactNode } from 'react'
import classes from './Marked.module.css'

interface MarkedProps {
  text: string
  /** Stretches to mark, ascending, apart from each other, in UTF-16 units. */
  ranges: readonly { start: number; end: number }[]
}

/** A text with stretches of it marked; all of it stays text. */
export function Marked({ text, ranges }: MarkedProps) {
  const parts: ReactNode[] = []
  let from = 0
  for (const { start, end } of ranges) {
    if (start > from) parts.push(text.slice(from, start))
    parts.push(
      <mark key={start} className={classes.mark}>
        {text.slice(start, end)}
      </mark>,
    )
    from = end
  }
  parts.push(text.slice(from))
  return <>{parts}</>
}

import type { Highlights } from '../../../shared/search.ts'
import { Marked } from '../../ui/Marked.tsx'
import classes from './Snippet.module.css'

/** The part of an abstract that a search found, where it found one. */
export function Snippet({ highlights }: { highlights: Highlights | null | undefined }) {
  if (!highlights?.snippet) return null
  return (
    <span className={classes.snippet}>
      <Marked {...highlights.snippet} />
    </span>
  )
}

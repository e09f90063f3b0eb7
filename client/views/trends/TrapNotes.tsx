import type { Bin } from '../../../shared/period.ts'
import { useLink } from '../../state/link.ts'
import { Notes } from '../../ui/Notes.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { binLabel } from './bin-label.ts'
import classes from './TrapNotes.module.css'

interface TrapNotesProps {
  notes: readonly string[]
  /** A bin that suits these papers better; null or absent where this one is fine. */
  better?: Bin | null
}

/** What in these papers can forge a trend, and what was done about it; a better bin is offered. */
export function TrapNotes({ notes, better = null }: TrapNotesProps) {
  const [, setLink] = useLink()
  return (
    <div className={classes.notes}>
      <Notes notes={notes} />
      {better !== null && (
        <TextButton onClick={() => void setLink({ bin: better, at: null })}>
          Count in periods of {binLabel(better)}
        </TextButton>
      )}
    </div>
  )
}

import classes from './Notes.module.css'

interface NotesProps {
  notes: readonly string[]
  /** Only how many there are, until one asks; for places where something else comes first. Default false. */
  folded?: boolean
}

/** What the data cannot say, in plain sentences. */
export function Notes({ notes, folded = false }: NotesProps) {
  if (notes.length === 0) return null
  if (folded && notes.length > 1) {
    return (
      <details className={classes.folded}>
        <summary>{notes.length} things to know about these papers</summary>
        <Notes notes={notes} />
      </details>
    )
  }
  return (
    <div className={classes.notes} role="note">
      {notes.map((note) => (
        <p key={note}>{note.charAt(0).toUpperCase() + note.slice(1)}</p>
      ))}
    </div>
  )
}

import classes from './Notes.module.css'

/** What the data cannot say, in plain sentences. */
export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <div className={classes.notes} role="note">
      {notes.map((note) => (
        <p key={note}>{note.charAt(0).toUpperCase() + note.slice(1)}</p>
      ))}
    </div>
  )
}

import { TextButton } from './TextButton.tsx'
import classes from './ErrorNote.module.css'

interface Failure {
  message: string
  hint?: string | undefined
  line?: number | undefined
}

/** What went wrong, where, and what to do about it, in plain words. */
export function ErrorNote({ error, onRetry }: { error: Failure; onRetry?: () => void }) {
  return (
    <div className={classes.note} role="alert">
      <p className={classes.message}>
        {error.line === undefined ? '' : `Line ${error.line}: `}
        {sentence(error.message)}
      </p>
      {error.hint !== undefined && <p>{sentence(error.hint)}</p>}
      {onRetry && <TextButton onClick={onRetry}>Try again</TextButton>}
    </div>
  )
}

/** Messages are lower case on the wire; a screen begins with a capital. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

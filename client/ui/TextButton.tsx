import type { ReactNode } from 'react'
import classes from './TextButton.module.css'

/** An action that stands in text like a link: it changes what is shown, and leads nowhere. */
export function TextButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={classes.button} onClick={onClick}>
      {children}
    </button>
  )
}

import { Loader } from '@mantine/core'
import classes from './Waiting.module.css'

/** Something is on its way; shown only when it takes a moment. */
export function Waiting({ label = 'Loading' }: { label?: string }) {
  return (
    <div className={classes.waiting} role="status" aria-label={label}>
      <Loader size={22} type="dots" color="var(--ink-dim)" />
    </div>
  )
}

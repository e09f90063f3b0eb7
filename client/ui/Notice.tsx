import { TextButton } from './TextButton.tsx'
import classes from './Notice.module.css'

interface NoticeProps {
  message: string
  /** What can be done about it, the likeliest first. */
  actions: readonly { label: string; run: () => void }[]
}

/** What was just done, and the way back or on: the inside of a notification. */
export function Notice({ message, actions }: NoticeProps) {
  return (
    <div className={classes.notice}>
      <span>{message}</span>
      <span className={classes.actions}>
        {actions.map(({ label, run }) => (
          <TextButton key={label} onClick={run}>
            {label}
          </TextButton>
        ))}
      </span>
    </div>
  )
}

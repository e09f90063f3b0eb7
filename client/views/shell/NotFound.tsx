import { Link } from '../../ui/Link.tsx'
import { navigate } from '../../state/route.ts'
import classes from '../../ui/Screen.module.css'

/** There is nothing at this address. */
export function NotFound({ what }: { what: string }) {
  return (
    <div className={classes.screen}>
      <h1>Nothing here</h1>
      <p className={classes.dim}>
        {what.charAt(0).toUpperCase() + what.slice(1)}.{' '}
        <Link href="/" onNavigate={navigate} className={classes.link}>
          See all collections
        </Link>
        .
      </p>
    </div>
  )
}

import classes from './Swatch.module.css'

/** A topic's colour, always beside its name. */
export function Swatch({ colour, hollow = false }: { colour: string; hollow?: boolean }) {
  const style = hollow
    ? { borderColor: colour, background: 'transparent' }
    : { borderColor: colour, background: colour }
  return <span className={classes.swatch} style={style} aria-hidden />
}

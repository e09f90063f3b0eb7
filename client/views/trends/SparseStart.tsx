import { formatPeriod, plural } from '../../../shared/format.ts'
import { useLink } from '../../state/link.ts'
import { TextButton } from '../../ui/TextButton.tsx'
import classes from './SparseStart.module.css'

interface SparseStartProps {
  /** Papers before the first period that is drawn. */
  papers: number
  from: string | null
}

/** Says that the lines begin after the sparse first periods, and lets one see them. */
export function SparseStart({ papers, from }: SparseStartProps) {
  const [{ whole }, setLink] = useLink()
  if (papers === 0 || from === null) return null
  return (
    <p className={classes.line}>
      {whole
        ? `${plural(papers, 'paper')} before ${formatPeriod(from)} are spread thin: shares jump. `
        : `Drawn from ${formatPeriod(from)}: the ${plural(papers, 'paper')} before are too few for shares. `}
      <TextButton onClick={() => void setLink({ whole: whole ? null : true })}>
        {whole ? 'Leave them out' : 'Draw them too'}
      </TextButton>
    </p>
  )
}

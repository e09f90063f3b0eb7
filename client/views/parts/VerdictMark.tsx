import { Tooltip } from '@mantine/core'
import { IconArrowDownRight, IconArrowUpRight, IconMinus, IconMountain } from '@tabler/icons-react'
import type { Bin } from '../../../shared/period.ts'
import type { Verdict } from '../../../shared/trend.ts'
import { judgedText, VERDICT_MEANS, type Judged } from './verdict.ts'
import classes from './VerdictMark.module.css'

const ICONS = {
  emerging: IconArrowUpRight,
  declining: IconArrowDownRight,
  peaked: IconMountain,
  steady: IconMinus,
} as const

interface VerdictMarkProps {
  verdict: Verdict
  /** What stands behind it, and the width of a period; then the tooltip says it, too. */
  judged?: { of: Judged; bin: Bin }
  /** Says `not enough data` where it is so; default: nothing then. */
  plain?: boolean
}

/** What the data allow to say of a trend: an arrow and the word. */
export function VerdictMark({ verdict, judged, plain = false }: VerdictMarkProps) {
  if (verdict === 'not enough data') {
    return plain ? <span className={classes.mark}>{verdict}</span> : null
  }
  const Icon = ICONS[verdict]
  const facts = judged === undefined ? '' : ` (${judgedText(judged.of, judged.bin)})`
  return (
    <Tooltip label={`${VERDICT_MEANS[verdict]}${facts}`} multiline maw={320}>
      <span className={classes.mark} data-verdict={verdict}>
        <Icon size={14} stroke={1.75} aria-hidden />
        {verdict}
      </span>
    </Tooltip>
  )
}

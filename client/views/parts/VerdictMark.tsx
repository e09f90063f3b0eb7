import { Tooltip } from '@mantine/core'
import { IconArrowDownRight, IconArrowUpRight, IconMinus, IconMountain } from '@tabler/icons-react'
import type { Verdict } from '../../../shared/trend.ts'
import { VERDICT_MEANS } from './verdict.ts'
import classes from './VerdictMark.module.css'

const ICONS = {
  emerging: IconArrowUpRight,
  declining: IconArrowDownRight,
  peaked: IconMountain,
  steady: IconMinus,
} as const

/** What the data allow to say of a trend: an arrow and the word. Nothing where they allow nothing. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  if (verdict === 'not enough data') return null
  const Icon = ICONS[verdict]
  return (
    <Tooltip label={VERDICT_MEANS[verdict]}>
      <span className={classes.mark} data-verdict={verdict}>
        <Icon size={14} stroke={1.75} aria-hidden />
        {verdict}
      </span>
    </Tooltip>
  )
}

import { Button, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconCheck } from '@tabler/icons-react'
import { STAGES, type Stage } from '../../../shared/analysis.ts'
import { cancelJob } from '../../api/jobs.ts'
import { useJob } from '../../hooks/use-job.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import classes from './JobProgress.module.css'

interface JobProgressProps {
  jobId: string
  title: string
  /** One line above a screen instead of a panel of its own. */
  slim?: boolean
}

/** How far a run is: its stages, the share done, the time left, and a way to stop it. */
export function JobProgress({ jobId, title, slim = false }: JobProgressProps) {
  const job = useJob(jobId)
  const cancel = useMutation({ mutationFn: () => cancelJob(jobId) })
  const percent = Math.round((job?.progress ?? 0) * 100)
  const stage = job?.stage ?? null
  const status = job === undefined || job.state === 'queued' ? 'Waiting to start' : stage ? STAGES[stage] : 'Starting'
  const left = job?.secondsLeft == null ? null : `${formatDuration(job.secondsLeft)} left`
  const bar = <Progress value={percent} size={slim ? 3 : 6} radius={3} aria-label={title} transitionDuration={200} />
  const stop = (
    <Button
      variant="default"
      size="xs"
      disabled={job === undefined || job.state === 'done'}
      loading={cancel.isPending}
      onClick={() => cancel.mutate()}
    >
      Cancel
    </Button>
  )
  if (job?.error) {
    return (
      <div className={slim ? classes.slim : undefined}>
        <ErrorNote error={job.error} />
      </div>
    )
  }
  if (slim) {
    return (
      <div className={classes.slim}>
        <span>
          {title}: {status}, {percent}%
        </span>
        <div className={classes.grow}>{bar}</div>
        {left !== null && <span className={classes.dim}>{left}</span>}
        {stop}
      </div>
    )
  }
  return (
    <section className={classes.panel} aria-label="Progress">
      <h1>{title}</h1>
      {bar}
      <div className={classes.line}>
        <span role="status">{status}</span>
        <span className={classes.dim}>{[`${percent}%`, left].filter(Boolean).join(' · ')}</span>
      </div>
      <ol className={classes.stages}>
        {(Object.keys(STAGES) as Stage[]).map((name) => (
          <StageLine key={name} name={name} current={stage} done={job?.state === 'done'} />
        ))}
      </ol>
      {stop}
    </section>
  )
}

function StageLine({ name, current, done }: { name: Stage; current: Stage | null; done: boolean }) {
  const order = Object.keys(STAGES)
  const at = current === null ? -1 : order.indexOf(current)
  const place = order.indexOf(name)
  const state = done || place < at ? 'past' : place === at ? 'now' : 'ahead'
  return (
    <li data-state={state}>
      <span className={classes.mark}>{state === 'past' && <IconCheck size={14} stroke={2} aria-hidden />}</span>
      {STAGES[name]}
    </li>
  )
}

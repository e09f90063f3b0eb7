import { z } from 'zod'
import { Stage } from './analysis.ts'
import { ErrorBody } from './error.ts'

const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export const JobState = z.enum(JOB_STATES)
export type JobState = z.infer<typeof JobState>

/** One run's life. */
export const Job = z
  .object({
    id: z.string(),
    collectionId: z.string(),
    /** The analysis it made; null until it is done. */
    analysisId: z.string().nullable(),
    state: JobState,
    stage: Stage.nullable(),
    /** Share of the whole work that is done, 0–1. */
    progress: z.number(),
    /** Rough seconds left; null while unknown. */
    secondsLeft: z.number().nullable(),
    error: ErrorBody.shape.error.nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

export function isFinished(state: JobState): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled'
}

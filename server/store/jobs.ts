import { AnalysisOptions, withVocabulary } from '../../shared/analysis.ts'
import { TidemapError, type ErrorBody } from '../../shared/error.ts'
import { isFinished, type Job } from '../../shared/job.ts'
import { findCollection } from './collection-row.ts'
import { newId } from './ids.ts'
import type { Session } from './session.ts'
import type { Store } from './store.ts'
import { findVocabulary } from './vocabulary.ts'

/** A job with what it takes to run it again. */
export interface StoredJob {
  job: Job
  options: AnalysisOptions
  /** How often it was started. */
  attempts: number
}

type JobRow = Omit<Job, 'error'> & { error: string | null; options: string; attempts: number }

const SELECT = `SELECT id, "collectionId", "analysisId", state, stage, progress, "secondsLeft", error, "createdAt", "finishedAt",
  options, attempts FROM jobs`

/**
 * Puts an analysis into the queue, with the collection's vocabulary as it is now unless the options bring their own. Throws `not-found`, `unprocessable` for a collection without papers, and `conflict` while
 * another job of the collection is queued or runs.
 */
export function createJob(
  { database }: Store,
  collectionId: string,
  options: AnalysisOptions,
  now: string,
): Promise<StoredJob> {
  return database.write(async (session) => {
    const { papers, jobId, name } = await findCollection(session, collectionId)
    if (jobId !== null) {
      throw new TidemapError('conflict', `analysis is under way: ${jobId}`, {
        hint: 'wait for it, or cancel that job first',
      })
    }
    if (papers === 0) {
      throw new TidemapError('unprocessable', `no papers in collection: ${name}`, { hint: 'import papers first' })
    }
    const id = newId('j')
    const used = withVocabulary(options, options.vocabulary ?? (await findVocabulary(session, collectionId)))
    await session.run(
      `INSERT INTO jobs (id, "collectionId", state, progress, "createdAt", options, attempts)
       VALUES ($id, $collectionId, 'queued', 0, $now, $options, 0)`,
      { id, collectionId, now, options: JSON.stringify(used) },
    )
    return findJob(session, id)
  })
}

/** Writes down where a job stands; a finished job stays as it is. */
export function saveJob({ database }: Store, job: Job, attempts: number): Promise<void> {
  const { id, state, stage, progress, secondsLeft, error, finishedAt } = job
  return database.write((session) =>
    session.run(
      `UPDATE jobs SET state = $state, stage = $stage, progress = $progress, "secondsLeft" = $secondsLeft, error = $error,
         "finishedAt" = $finishedAt, attempts = $attempts
       WHERE id = $id AND state IN ('queued', 'running')`,
      { id, state, stage, progress, secondsLeft, error: error && JSON.stringify(error), finishedAt, attempts },
    ),
  )
}

/** One job. Throws `not-found`. */
export function readJob({ database }: Store, id: string): Promise<StoredJob> {
  return database.read((session) => findJob(session, id))
}

/** Jobs that are queued or running as far as the database knows, oldest first. */
export async function openJobRows({ database }: Store): Promise<StoredJob[]> {
  const rows = await database.read((session) =>
    session.all<JobRow>(`${SELECT} WHERE state IN ('queued', 'running') ORDER BY "createdAt", rowid`),
  )
  return rows.map(storedOf)
}

async function findJob(session: Session, id: string): Promise<StoredJob> {
  const row = await session.first<JobRow>(`${SELECT} WHERE id = $id`, { id })
  if (!row) throw new TidemapError('not-found', `unknown job: ${id}`)
  return storedOf(row)
}

function storedOf({ options, attempts, error, ...rest }: JobRow): StoredJob {
  const job: Job = { ...rest, error: error === null ? null : (JSON.parse(error) as ErrorBody['error']) }
  if (isFinished(job.state)) job.secondsLeft = null
  return { job, options: AnalysisOptions.parse(JSON.parse(options)), attempts }
}

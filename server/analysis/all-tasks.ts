import type { Task } from './tasks/task.ts'
import { readShard } from './text/read-shard.ts'

/** Every task that a thread may be asked to do. */
export const ALL_TASKS: readonly Task<never, unknown>[] = [readShard]

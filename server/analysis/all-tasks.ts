import type { Task } from './tasks/task.ts'
import { readShard } from './text/read-shard.ts'
import { somePoints, testSome } from './trends/follow.ts'

/** Every task that a thread may be asked to do. */
export const ALL_TASKS: readonly Task<never, unknown>[] = [readShard, testSome, somePoints]

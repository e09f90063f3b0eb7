import type { Task, TaskMap } from './task.ts'

const HERE = Symbol('here')

/**
 * Does some work on this thread while another one, where there is any, does a task; the answer to the task. The work may call neither kernels nor `map`,
 * and what it throws goes on from here.
 */
export function beside<In, Out>(map: TaskMap, task: Task<In, Out>, input: In, work: () => void): Out {
  const either: Task<In | typeof HERE, Out | undefined> = {
    name: task.name,
    run(one) {
      if (one !== HERE) return task.run(one)
      work()
      return undefined
    },
  }
  // The first is always for this thread.
  return map(either, [HERE, input])[1] as Out
}

import type { Task, TaskMap } from './task.ts'

const HERE = Symbol('here')

/**
 * Does some work on this thread, and a task with all inputs: on other threads meanwhile, where there are any, and here when the work is done. The answers to the task.
 * The work may call neither kernels nor `map`, and what it throws goes on from here.
 */
export function beside<In, Out>(map: TaskMap, task: Task<In, Out>, inputs: Iterable<In>, work: () => void): Out[] {
  const either: Task<In | typeof HERE, Out | undefined> = {
    name: task.name,
    run(one) {
      if (one !== HERE) return task.run(one)
      work()
      return undefined
    },
  }
  return map(either, hereAnd(inputs)).slice(1) as Out[]
}

/** The first is always for the thread that asks. */
function* hereAnd<In>(inputs: Iterable<In>): Generator<In | typeof HERE> {
  yield HERE
  yield* inputs
}

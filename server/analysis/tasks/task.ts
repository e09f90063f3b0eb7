/**
 * Work in TypeScript that any thread can do: a pure function of an input that can be sent to it (numbers, texts, typed arrays, lists and plain
 * objects of them), whose answer can be sent back. A thread finds it by its name in `all-tasks.ts`.
 */
export interface Task<In, Out> {
  readonly name: string
  readonly run: (input: In) => Out
  /** Whether its inputs are so small that each thread gets all of them at once, so that none waits for the one that asks. */
  readonly hasSmallInputs?: boolean
  /** Called on every thread that did some of the work, when all is done. */
  readonly end?: () => void
}

/** What the thread that asks hears while a task is done. */
export interface TaskListener<In, Out> {
  /** Each input that it takes for itself. */
  onInput?: (input: In) => void
  /** Each answer, in the order of the inputs, as soon as those before it are there; it may call kernels of one shard. */
  onOutput?: (output: Out) => void
}

/**
 * The answers of a task to all inputs, in their order; inputs are drawn as they are needed, the first of them by the calling thread for itself. A thread gets those that it gets in their order. An input
 * and its answer may be copied on the way, but for arrays in the memory of the kernels, which are shared.
 */
export type TaskMap = <In, Out>(task: Task<In, Out>, inputs: Iterable<In>, listener?: TaskListener<In, Out>) => Out[]

/** Every answer is made on this thread. */
export const mapHere: TaskMap = (task, inputs, { onInput, onOutput } = {}) => {
  try {
    return Array.from(inputs, (input) => {
      onInput?.(input)
      const output = task.run(input)
      onOutput?.(output)
      return output
    })
  } finally {
    task.end?.()
  }
}

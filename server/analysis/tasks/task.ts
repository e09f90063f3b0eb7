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

/**
 * The answers of a task to all inputs, in their order; inputs are drawn as they are needed, the first of them by the calling thread for itself. A thread gets those that it gets in their order. An input
 * and its answer may be copied on the way, but for arrays in the memory of the kernels, which are shared. `onInput` hears of each that the calling thread takes for itself.
 */
export type TaskMap = <In, Out>(task: Task<In, Out>, inputs: Iterable<In>, onInput?: (input: In) => void) => Out[]

/** Every answer is made on this thread. */
export const mapHere: TaskMap = (task, inputs, onInput = () => {}) => {
  try {
    return Array.from(inputs, (input) => {
      onInput(input)
      return task.run(input)
    })
  } finally {
    task.end?.()
  }
}

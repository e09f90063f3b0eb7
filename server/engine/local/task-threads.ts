import type { MessagePort } from 'node:worker_threads'
import { receiveMessageOnPort } from 'node:worker_threads'
import type { Task } from '../../analysis/tasks/task.ts'
import type { KernelBoard } from './kernel-board.ts'

/** What a thread is asked; null: that was all. */
type Question = { name: string; number: number; input: unknown } | null

interface Answer {
  number: number
  output?: unknown
  /** What was thrown instead. */
  error?: Error
}

/** Inputs that a helping thread has at a time: one to work on, one to go on with. */
const AHEAD = 2

/**
 * The answers of a task to all inputs, in their order: made on this thread and on those behind the ports, whoever is free. Inputs are drawn as
 * they are needed, so that they need not all be there at once. Throws what a task throws.
 */
export function mapOnThreads<In, Out>(
  task: Task<In, Out>,
  inputs: Iterable<In>,
  board: KernelBoard,
  ports: readonly MessagePort[],
): Out[] {
  const rest = inputs[Symbol.iterator]()
  const outputs: Out[] = []
  const waiting = ports.map(() => 0)
  const failed: Error[] = []
  let drawn = 0

  const draw = (take: (input: In, number: number) => void): boolean => {
    const next = failed.length === 0 ? rest.next() : { done: true as const }
    if (next.done === true) return false
    take(next.value, drawn++)
    return true
  }
  const feed = (): void => {
    ports.forEach((port, i) => {
      while (waiting[i] < AHEAD && draw((input, number) => post(port, { name: task.name, number, input }))) waiting[i]++
    })
    board.changeQuestions()
  }
  const collect = (): void => {
    ports.forEach((port, i) => {
      for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port)) {
        const { number, output, error } = got.message as Answer
        waiting[i]--
        if (error === undefined) outputs[number] = output as Out
        else failed.push(error)
      }
    })
  }

  board.beginTasks()
  try {
    const here = (input: In, number: number): void => {
      feed()
      outputs[number] = task.run(input)
      collect()
    }
    while (draw(here));
  } catch (error) {
    failed.push(error as Error)
  }
  for (let seen = board.answers(); waiting.some((count) => count > 0); seen = board.answers()) {
    collect()
    if (waiting.some((count) => count > 0)) board.awaitAnswers(seen)
  }
  for (const port of ports) post(port, null)
  task.end?.()
  board.endTasks(ports.length)
  if (failed.length > 0) throw failed[0]
  return outputs
}

/** What another thread does between two kernels: answers what comes through its port, until it hears that this was all. */
export function answerTasks(tasks: readonly Task<never, unknown>[], board: KernelBoard, port: MessagePort): void {
  let task: Task<never, unknown> | undefined
  for (;;) {
    const seen = board.questions()
    const got = receiveMessageOnPort(port)
    if (got === undefined) {
      board.awaitQuestions(seen)
      continue
    }
    const question = got.message as Question
    if (question === null) {
      task?.end?.()
      return
    }
    task = tasks.find(({ name }) => name === question.name)!
    answer(task, question, port)
    board.changeAnswers()
  }
}

function answer(task: Task<never, unknown>, { number, input }: NonNullable<Question>, port: MessagePort): void {
  try {
    const output = task.run(input as never)
    port.postMessage({ number, output } satisfies Answer, buffersOf(output))
  } catch (error) {
    port.postMessage({ number, error: error as Error } satisfies Answer)
  }
}

/** The arrays of an answer are handed over, not copied; it is nobody's here once it is sent. */
function buffersOf(output: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(output)) {
    if (output.buffer instanceof ArrayBuffer) found.add(output.buffer)
  } else if (Array.isArray(output) && ArrayBuffer.isView(output[0])) {
    for (const part of output) buffersOf(part, found)
  } else if (typeof output === 'object' && output !== null && !Array.isArray(output)) {
    for (const value of Object.values(output)) buffersOf(value, found)
  }
  return [...found]
}

function post(port: MessagePort, question: Question): void {
  port.postMessage(question)
}

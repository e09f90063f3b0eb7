import type { MessagePort } from 'node:worker_threads'
import { receiveMessageOnPort } from 'node:worker_threads'
import type { Task, TaskListener } from '../../analysis/tasks/task.ts'
import type { KernelBoard } from './kernel-board.ts'

/** What a thread is asked: one input, or to draw from all of them; null: that was all. */
type Question = { name: string; number: number; input: unknown } | { name: string; inputs: readonly unknown[] } | null

interface Answer {
  /** Of the input; none where there is nothing more to say. */
  number?: number
  output?: unknown
  /** What was thrown instead. */
  error?: Error
  /** Whether it is the last to a question. */
  isLast: boolean
}

/** Inputs that a helping thread has at a time, where it gets one by one: one to work on, one to go on with. */
const AHEAD = 2

/** The answers of a task to all inputs (`TaskMap`): made on this thread and on those behind the ports, whoever is free. Throws what a task throws. */
export function mapOnThreads<In, Out>(
  task: Task<In, Out>,
  inputs: Iterable<In>,
  board: KernelBoard,
  ports: readonly MessagePort[],
  { onInput, onOutput }: TaskListener<In, Out> = {},
): Out[] {
  const outputs: Out[] = []
  /** Those of which was told. */
  let told = 0
  /** Port → questions that are not answered yet. */
  const waiting = ports.map(() => 0)
  const failed: Error[] = []

  const ask = (port: number, question: Question): void => {
    post(ports[port], question)
    waiting[port]++
  }
  const collect = (): void => {
    ports.forEach((port, i) => {
      for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port)) {
        const { number, output, error, isLast } = got.message as Answer
        if (isLast) waiting[i]--
        if (error !== undefined) failed.push(error)
        else if (number !== undefined) outputs[number] = output as Out
      }
    })
  }
  const tell = (): void => {
    try {
      for (; told in outputs && failed.length === 0; told++) onOutput?.(outputs[told])
    } catch (error) {
      failed.push(error as Error)
      board.drawNoMore()
    }
  }
  const here = (input: In, number: number): void => {
    onInput?.(input)
    outputs[number] = task.run(input)
    collect()
    tell()
  }

  /** Each thread has all inputs, and draws the next number. */
  const shareAll = (): void => {
    const all = [...inputs]
    let number = board.draw()
    ports.forEach((_, port) => ask(port, { name: task.name, inputs: all }))
    board.changeQuestions()
    for (; number < all.length && failed.length === 0; number = board.draw()) here(all[number], number)
  }
  /** Inputs are drawn here, and handed out a few at a time. */
  const handOut = (): void => {
    const rest = inputs[Symbol.iterator]()
    let drawn = 0
    const draw = (take: (input: In, number: number) => void): boolean => {
      const next = failed.length === 0 ? rest.next() : { done: true as const }
      if (next.done === true) return false
      take(next.value, drawn++)
      return true
    }
    const feed = (): void => {
      ports.forEach((_, port) => {
        while (waiting[port] < AHEAD && draw((input, number) => ask(port, { name: task.name, number, input })));
      })
      board.changeQuestions()
    }
    const next = (input: In, number: number): void => {
      feed()
      here(input, number)
    }
    while (draw(next));
  }

  board.beginTasks()
  try {
    if (task.hasSmallInputs === true) shareAll()
    else handOut()
  } catch (error) {
    failed.push(error as Error)
  }
  if (failed.length > 0) board.drawNoMore()
  for (let seen = board.answers(); waiting.some((count) => count > 0); seen = board.answers()) {
    collect()
    tell()
    if (waiting.some((count) => count > 0)) board.awaitAnswers(seen, ports.length)
  }
  for (const port of ports) post(port, null)
  task.end?.()
  board.endTasks(ports.length)
  if (failed.length > 0) throw failed[0]
  return outputs
}

/** What another thread does between two kernels: answers what comes through its port, until it hears that this was all. */
export function answerTasks(tasks: readonly Task<never, unknown>[], board: KernelBoard, port: MessagePort): void {
  const send = (answer: Answer): void => {
    port.postMessage(answer, buffersOf(answer.output))
    board.changeAnswers()
  }
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
    if ('inputs' in question) {
      const { inputs } = question
      for (let number = board.draw(); number < inputs.length; number = board.draw())
        send(answerTo(task, inputs[number], number, false))
      send({ isLast: true })
    } else send(answerTo(task, question.input, question.number, true))
  }
}

function answerTo(task: Task<never, unknown>, input: unknown, number: number, isLast: boolean): Answer {
  try {
    return { number, output: task.run(input as never), isLast }
  } catch (error) {
    return { number, error: error as Error, isLast }
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

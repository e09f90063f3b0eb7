import { fork } from 'node:child_process'
import { totalmem } from 'node:os'
import type { Corpus } from '../corpus/corpus.ts'
import type { Measured } from './measured.ts'

/** What `stage-process.ts` is sent. */
export interface StageRequest {
  /** Name of the stage. */
  stage: string
  threads: number
  files: readonly string[]
  folder: string
  /** One run is enough: only what it saves is wanted. */
  once: boolean
}

type Answer = { measured: Measured } | { message: string }

/** Measures a stage on so many threads in a process of its own. Throws where it fails. */
export function runStage(stage: string, threads: number, { files, folder }: Corpus, once = false): Promise<Measured> {
  const heap = `--max-old-space-size=${Math.floor((0.75 * totalmem()) / 1024 ** 2)}`
  const child = fork(new URL('./stage-process.js', import.meta.url), {
    execArgv: [heap],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    let answer: Answer | undefined
    child.on('message', (message) => (answer = message as Answer))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (answer !== undefined && 'measured' in answer) resolve(answer.measured)
      else reject(new Error(`stage ${stage} failed: ${answer?.message ?? signal ?? `exit code ${code}`}`))
    })
    child.send({ stage, threads, files, folder, once } satisfies StageRequest)
  })
}

import { startKernels } from '../../../server/engine/local/kernel-threads.ts'
import { DataFolder } from '../measure/data-folder.ts'
import { residentMemory } from '../measure/peak-memory.ts'
import { repeat } from '../measure/repeat.ts'
import { stageOf } from '../stages/all-stages.ts'
import type { Figures } from '../stages/stage.ts'
import type { Measured } from './measured.ts'
import type { StageRequest } from './run-stage.ts'

// The entry of the process in which one stage is measured: `run-stage.ts` forks it.
process.on('disconnect', () => process.exit(1))
process.once('message', (request) => {
  void measure(request as StageRequest).then(
    (measured) => process.send?.({ measured }, () => process.exit(0)),
    (error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      process.send?.({ message }, () => process.exit(1))
    },
  )
})

async function measure({ stage, threads, files, folder, once }: StageRequest): Promise<Measured> {
  const kernels = startKernels(threads)
  const idle = residentMemory().now
  const data = new DataFolder(folder)
  const work = await stageOf(stage).start({ kernels, files, data })
  const cpuSeconds: number[] = []
  let peakBytes = 0
  let figures: Figures = {}
  const run = async (number: number): Promise<number> => {
    const since = performance.now()
    const cpuSince = process.cpuUsage()
    let seconds = 0
    const stop = (): void => {
      const { user, system } = process.cpuUsage(cpuSince)
      cpuSeconds.push((user + system) / 1e6)
      seconds = (performance.now() - since) / 1000
    }
    // What is asked of an outcome is asked before its memory is given back; only reading files takes more than one turn.
    const ended = kernels.scope(() => {
      const outcome = work()
      if (outcome instanceof Promise) return outcome
      stop()
      lookAt(outcome)
      return null
    })
    if (ended !== null) {
      const outcome = await ended
      stop()
      lookAt(outcome)
    }
    return seconds

    function lookAt(outcome: Awaited<ReturnType<typeof work>>): void {
      if (number > 0) return
      peakBytes = residentMemory().peak - idle
      figures = outcome.figures?.() ?? {}
      outcome.save?.()
    }
  }
  const seconds = once ? [await run(0)] : await repeat(run)
  return { seconds, cpuSeconds, peakBytes, figures }
}

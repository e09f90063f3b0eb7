import { cpus, loadavg, totalmem } from 'node:os'
import { bytes, plural } from '../../../server/cli/print/words.ts'
import { REPEATS, SHORT_SECONDS } from '../measure/repeat.ts'

/** Machine and versions, and how often things were run: two lines. */
export function headLines(versions: Readonly<Record<string, string>>): string {
  const processors = cpus()
  const machine = `${processors[0]?.model.trim() ?? 'unknown processor'}, ${plural(processors.length, 'processor')}, ${bytes(totalmem())}`
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return (
    `${machine}, load ${loadavg()[0].toFixed(1)} at the start; ${names.join(', ')}\n` +
    `best of ${REPEATS} runs where the first took less than ${SHORT_SECONDS} s, else one; memory: peak less that of the process without data\n`
  )
}

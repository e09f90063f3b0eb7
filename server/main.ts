import { resolve } from 'node:path'
import { abortOnSignals, Interruption } from './cli/process/interruption.ts'
import { runTidemap } from './tidemap.ts'

// The `tidemap` process: its words, its streams and its end.

const LINGER_MS = 1000

// A reader that has seen enough (`| head`) is no fault; what is written after that goes nowhere.
process.stdout.on('error', () => {})

try {
  process.exitCode = await runTidemap(process.argv.slice(2), {
    env: process.env,
    cwd: resolve(process.env['INIT_CWD'] || '.'),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    interactive: process.stdin.isTTY && process.stderr.isTTY,
    signal: abortOnSignals(),
  })
} catch (error) {
  if (!(error instanceof Interruption)) throw error
  process.exitCode = error.exitCode
}
// Nothing is left to do; what is still open then, such as a standard input that no one closes, may not hold the process.
setTimeout(() => process.exit(), LINGER_MS).unref()

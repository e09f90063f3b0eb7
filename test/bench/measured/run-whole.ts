import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from '../corpus/corpus.ts'
import type { Measured } from './measured.ts'

/** What `tidemap run --json` says that is looked at here. */
interface Summary {
  topics: unknown[]
  resultHash: string
  seconds: Record<string, number>
  peakMemoryBytes: number
}

/**
 * Runs `tidemap run` from files to everything written. `tidemap`: path of the built command; `idleBytes`: what its processes need where there is next
 * to nothing to do. One run: it is long, and starts from cold as people start it.
 */
export async function runWhole(
  tidemap: string,
  topics: number | 'auto',
  threads: number,
  { files, folder }: Corpus,
  idleBytes = 0,
): Promise<Measured> {
  const out = mkdtempSync(join(folder, 'run-'))
  try {
    const flags = ['--topics', String(topics), '--threads', String(threads), '--out', out, '--skip-bad', '--json']
    const [since, cpuSince] = [performance.now(), childrenCpu()]
    const summary = JSON.parse(await outputOf([tidemap, 'run', ...files, ...flags])) as Summary
    const wall = (performance.now() - since) / 1000
    const cpu = cpuSince === null ? null : childrenCpu()! - cpuSince
    const { total, ...stages } = summary.seconds
    const parts = Object.entries({ ...stages, 'all else': wall - (sum(stages) || total) })
    return {
      seconds: [wall],
      cpuSeconds: cpu === null ? null : [cpu],
      peakBytes: summary.peakMemoryBytes - idleBytes,
      figures: {
        topics: summary.topics.length,
        hash: summary.resultHash.slice(0, 8),
        seconds: parts.map(([stage, seconds]) => `${stage} ${seconds.toFixed(1)}`).join(', '),
      },
    }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** Processor seconds of all children of this process that have ended, and of theirs; null where there is no /proc. */
function childrenCpu(): number | null {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    // cutime and cstime, the 16th and 17th of all, in hundredths.
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return null
  }
}

function sum(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((total, seconds) => total + seconds, 0)
}

function outputOf(words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
    let [output, said] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output)
      else reject(new Error(`tidemap run ended with ${signal ?? `exit code ${code}`}: ${said.trim()}`))
    })
  })
}

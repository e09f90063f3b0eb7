import { fork, type ChildProcess } from 'node:child_process'
import { TidemapError } from '../../../shared/error.ts'
import type { EngineProgress } from '../engine.ts'
import { lowerPriority } from './lower-priority.ts'
import { MEMORY_HINT, type KernelAnswer, type KernelOutcome, type KernelRequest } from './messages.ts'
import { TreeMemory } from './tree-memory.ts'

const KILL_AFTER_MS = 2000
const STDERR_KEPT = 8192

export interface KernelSettings {
  /** Compiled entry of the kernel process. */
  entry: URL
  /** Most megabytes of its JavaScript heap; typed arrays come on top. */
  heapMb: number
}

export interface KernelHandlers {
  onProgress?: ((progress: EngineProgress) => void) | undefined
  signal?: AbortSignal | undefined
}

export interface KernelEnd {
  outcome: KernelOutcome | null
  /** Peak resident memory of this process and the kernel together. */
  peakMemoryBytes: number
}

/**
 * What glibc gives back to the system at once, and one heap for all threads. By itself it raises these to 32 MB and more after the first large array that is freed, and
 * keeps what comes then: 114 of 758 MB on 54,160 papers.
 */
const GIVE_BACK = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '1' }

/** Megabytes of each half of what a thread of the kernel allocates in first: by itself it grows to sixteen, of which little is in use. */
const YOUNG = '--max-semi-space-size=4'

/**
 * Runs one request in a process of its own. Settles only after that process has ended, so its files are nobody's then.
 * Rejects with the signal's reason on abort, else with a TidemapError.
 */
export async function runKernel(
  request: KernelRequest,
  settings: KernelSettings,
  { onProgress, signal }: KernelHandlers = {},
): Promise<KernelEnd> {
  signal?.throwIfAborted()
  const child = fork(settings.entry, {
    // Between its stages a large analysis has its memory swept (`run-analysis`).
    execArgv: [`--max-old-space-size=${settings.heapMb}`, YOUNG, '--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...GIVE_BACK, NODE_OPTIONS: '', TZ: 'UTC' },
  })
  lowerPriority(child.pid)
  const memory = new TreeMemory(child.pid)
  let last: KernelAnswer | undefined
  let stderr = ''
  child.stderr?.on('data', (bytes: Buffer) => {
    stderr = (stderr + bytes.toString('utf8')).slice(-STDERR_KEPT)
  })
  child.on('message', (message) => {
    const answer = message as KernelAnswer
    if (answer.type !== 'progress') last = answer
    else if (signal?.aborted !== true) onProgress?.(answer.progress)
  })
  const ended = endOf(child)
  // A child that died before it read its request shows as its end, not here.
  child.send(request, () => {})
  const stop = (): void => killFirmly(child)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const end = await ended
    signal?.throwIfAborted()
    if (last?.type === 'done') return { outcome: last.outcome, peakMemoryBytes: memory.end(last.peakMemoryBytes) }
    throw last?.type === 'failed'
      ? new TidemapError(last.code, last.message, last)
      : crash(end, stderr, settings.heapMb)
  } finally {
    signal?.removeEventListener('abort', stop)
    memory.end(0)
  }
}

interface ProcessEnd {
  code: number | null
  signal: NodeJS.Signals | null
  error?: Error
}

/** Resolves when the process is gone and its streams are read to their end. */
function endOf(child: ChildProcess): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      if (child.pid === undefined) resolve({ code: null, signal: null, error })
    })
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
}

function killFirmly(child: ChildProcess): void {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS)
  child.once('close', () => clearTimeout(timer))
}

/** What to say of a kernel that ended without a last word. */
function crash({ code, signal, error }: ProcessEnd, stderr: string, heapMb: number): TidemapError {
  if (error)
    return new TidemapError('internal', `cannot start the analysis process: ${error.message}`, { cause: error })
  if (/heap out of memory|Allocation failed|out of memory/i.test(stderr)) {
    return new TidemapError('unprocessable', `analysis ran out of memory at ${heapMb} MB`, { hint: MEMORY_HINT })
  }
  // The system's own out-of-memory killer leaves nothing but this signal.
  if (signal === 'SIGKILL') {
    return new TidemapError('unprocessable', 'analysis process was killed, most likely for want of memory', {
      hint: 'close other programs or analyse fewer papers',
    })
  }
  const how = signal === null ? `exit code ${code}` : `signal ${signal}`
  return new TidemapError('internal', `analysis process ended early: ${how}`, {
    hint: 'start the analysis again; the earlier one is untouched',
    cause: stderr === '' ? undefined : new Error(stderr.trim()),
  })
}

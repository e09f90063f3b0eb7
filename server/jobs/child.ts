import { fork, type ChildProcess } from 'node:child_process'
import { lowerPriority } from '../engine/local/lower-priority.ts'
import { TidemapError, type ErrorCode } from '../../shared/error.ts'

const STDERR_KEPT = 8192

/** How far a child is, before its last word. */
export interface ChildProgress {
  progress: unknown
}

/** The last word of a child: what it made, or why not. */
export type ChildAnswer =
  | { ok: true; value: unknown }
  | { ok: false; code: ErrorCode; message: string; hint?: string | undefined; line?: number | undefined }

export interface ChildLimits {
  /** What the child does, for messages: `reading papers`. */
  what: string
  /** Most megabytes of its JavaScript heap. */
  heapMb: number
  /** Default: as long as it takes. */
  deadlineMs?: number
  signal?: AbortSignal | undefined
  onProgress?: ((progress: unknown) => void) | undefined
}

/**
 * The entry `<name>.js` of a child process beside the calling module (`import.meta.url`). Called from source, as tests do, it
 * is the compiled one too: Node 20 runs no TypeScript.
 */
export function childEntry(name: string, callerUrl: string): URL {
  const at = callerUrl.lastIndexOf('/server/')
  const compiled = callerUrl.endsWith('.ts') ? `${callerUrl.slice(0, at)}/dist${callerUrl.slice(at)}` : callerUrl
  return new URL(`./${name}.js`, compiled)
}

/**
 * Starts a child; its input is IPC alone, and its errors are kept for the message of a crash. `isAwaited`: people wait for its answers, so that it
 * does not stand back behind what works in the background.
 */
export function startChild(
  entry: URL,
  heapMb: number,
  isAwaited = false,
): { child: ChildProcess; stderr: () => string } {
  const child = fork(entry, {
    execArgv: [`--max-old-space-size=${heapMb}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, NODE_OPTIONS: '', TZ: 'UTC' },
  })
  if (!isAwaited) lowerPriority(child.pid)
  let stderr = ''
  child.stderr?.on('data', (bytes: Buffer) => {
    stderr = (stderr + bytes.toString('utf8')).slice(-STDERR_KEPT)
  })
  return { child, stderr: () => stderr }
}

/**
 * Asks a fresh child process one thing. Settles only when the process has ended, so its files are nobody's then.
 * Rejects with the child's TidemapError, the signal's reason, or `unprocessable` past the deadline or out of memory.
 */
export async function runChild<T>(entry: URL, request: unknown, limits: ChildLimits): Promise<T> {
  const { signal, deadlineMs = null, heapMb, what, onProgress } = limits
  signal?.throwIfAborted()
  const { child, stderr } = startChild(entry, heapMb)
  let answer: ChildAnswer | undefined
  let isLate = false
  const kill = (): void => void child.kill('SIGKILL')
  const late = (): void => {
    isLate = true
    kill()
  }
  const timer = deadlineMs === null ? undefined : setTimeout(late, deadlineMs)
  signal?.addEventListener('abort', kill, { once: true })
  try {
    const end = await new Promise<string>((resolve) => {
      child.on('message', (message) => {
        const said = message as ChildAnswer | ChildProgress
        if (!('progress' in said)) answer = said
        else if (signal?.aborted !== true) onProgress?.(said.progress)
      })
      child.once('error', (error) => child.pid === undefined && resolve(error.message))
      child.once('close', (code, killed) => resolve(killed === null ? `exit code ${code}` : `signal ${killed}`))
      // A child that died before it read its request shows as its end, not here.
      child.send(request as object, () => {})
    })
    signal?.throwIfAborted()
    if (isLate) {
      throw new TidemapError('unprocessable', `${what} took longer than ${Math.round(deadlineMs! / 1000)} seconds`, {
        hint: 'split the file into smaller ones',
      })
    }
    if (answer === undefined) throw crash(what, end, stderr(), heapMb)
    if (!answer.ok) throw new TidemapError(answer.code, answer.message, answer)
    return answer.value as T
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', kill)
  }
}

/** What to say of a child that ended without a last word; `advice`: what a person can do where memory ran out. */
export function crash(
  what: string,
  end: string,
  stderr: string,
  heapMb: number,
  advice = 'split the file into smaller ones',
): TidemapError {
  if (/out of memory|allocation failed/i.test(stderr) || end === 'signal SIGKILL') {
    return new TidemapError('unprocessable', `${what} ran out of memory at ${heapMb} MB`, {
      hint: `${advice}, or give more memory with TIDEMAP_MEMORY (megabytes)`,
    })
  }
  return new TidemapError('internal', `${what} ended early: ${end}`, { cause: new Error(stderr.trim()) })
}

import type { Readable, Writable } from 'node:stream'
import type { Environment, SettingName, Settings } from '../config.ts'
import type { Engine } from '../engine/engine.ts'
import type { Backend } from './backend/backend.ts'

/** What the command is given: the world outside, and the rooms that only `tidemap.ts` may put together. */
export interface CliContext {
  version: string
  env: Environment
  /** Absolute folder that paths resolve against: the caller's, `INIT_CWD`, when npm changed it. */
  cwd: string
  stdin: Readable
  stdout: Writable & { isTTY?: boolean; columns?: number }
  stderr: Writable & { isTTY?: boolean; columns?: number }
  /** Whether a person can answer a question. */
  interactive: boolean
  /** Aborted when the person or the system wants the command to end. */
  signal: AbortSignal
  /** The stored collections of a data folder: through the server that runs on it, else in this process. */
  openBackend(settings: Settings): Promise<Backend>
  createEngine(settings: Settings): Engine
  /** Serves until the signal; `onListening` gets the address. */
  serve(settings: Settings, onListening: (address: string) => void): Promise<void>
}

/** Flags that stand for settings, as typed. */
export type SettingFlags = Partial<Record<SettingName, string>>

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare } from '../../server/bin/prepare.mjs'
import { projectRoot } from './project.ts'

/** The built command. */
const main = join(projectRoot, 'dist/server/main.js')

/** The sample: a Daily Papers page as a browser copies it. */
export const sampleFile = join(projectRoot, 'server/demo/daily-papers-page.txt')

export interface CommandResult {
  code: number | null
  stdout: string
  stderr: string
}

export interface CommandOptions {
  cwd?: string
  env?: Record<string, string>
  /** What the command reads from standard input; without it, that is empty. */
  input?: string | Uint8Array
}

/** Runs `tidemap …` as a process of its own, freshly built; resolves whatever its exit code. */
export async function tidemap(words: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  await prepare({ parts: ['server'] })
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...words], {
      cwd: options.cwd ?? projectRoot,
      env: commandEnv(options.env),
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
    child.stdin.on('error', () => {
      // A command that needs no input may be gone before it is written.
    })
    child.stdin.end(options.input ?? '')
  })
}

/** Runs `tidemap … --json` and reads its answer; rejects with what it said when it fails. */
export async function tidemapJson<T>(words: readonly string[], options: CommandOptions = {}): Promise<T> {
  const { code, stdout, stderr } = await tidemap([...words, '--json'], options)
  if (code !== 0) throw new Error(`tidemap ${words.join(' ')} ended with ${code}: ${stderr}`)
  return JSON.parse(stdout) as T
}

/** The environment of a user who set nothing for Tidemap, with what a test adds. */
export function commandEnv(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { INIT_CWD: _caller, TIDEMAP_DATA: _data, ...env } = process.env
  return { ...env, ...extra }
}

import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { prepare } from '../../server/bin/prepare.mjs'
import type { runTidemap as RunTidemap } from '../../server/tidemap.ts'
import { projectRoot } from './project.ts'

/** The built command: its process, and what that runs. */
const inProcess = join(projectRoot, 'dist/server/tidemap.js')
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

/** Runs `tidemap …`, freshly built, in the test's own process: for what a command does and says, where its start, end and signals are not the point. */
export async function tidemapHere(words: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  await prepare({ parts: ['server'] })
  const { runTidemap } = (await import(pathToFileURL(inProcess).href)) as { runTidemap: typeof RunTidemap }
  const env = commandEnv(options.env)
  const said = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof said) =>
    new PassThrough().setEncoding('utf8').on('data', (chunk: string) => (said[name] += chunk))
  const code = await runTidemap(words, {
    env,
    cwd: resolve(env['INIT_CWD'] || options.cwd || projectRoot),
    stdin: Readable.from([Buffer.from(options.input ?? '')]),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    interactive: false,
    signal: new AbortController().signal,
  })
  return { code, ...said }
}

/** Runs `tidemap … --json` and reads its answer; rejects with what it said when it fails. `run` says where: by default, as a process. */
export async function tidemapJson<T>(
  words: readonly string[],
  options: CommandOptions = {},
  run: typeof tidemap = tidemap,
): Promise<T> {
  const { code, stdout, stderr } = await run([...words, '--json'], options)
  if (code !== 0) throw new Error(`tidemap ${words.join(' ')} ended with ${code}: ${stderr}`)
  return JSON.parse(stdout) as T
}

/** The environment of a user who set nothing for Tidemap, with what a test adds. */
export function commandEnv(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { INIT_CWD: _caller, TIDEMAP_DATA: _data, ...env } = process.env
  return { ...env, ...extra }
}

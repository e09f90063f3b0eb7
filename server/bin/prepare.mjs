import './check-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint } from './fingerprint.mjs'
import { oneAtATime } from './one-at-a-time.mjs'

/** The folder that holds package.json, with no slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** The built command. */
export const main = join(root, 'dist/server/main.js')

/** An installed package brings `dist` and no sources: there is nothing to prepare. */
const isCheckout = existsSync(join(root, 'tsconfig.json'))
const lockFile = join(root, '.data/prepare.lock')

const ASSEMBLY = ['--optimizeLevel=3', '--noAssert', '--runtime=stub']
const PARTS = {
  // The hot loops of the analysis, from AssemblyScript.
  kernels: {
    sources: ['package.json', 'package-lock.json', 'server/analysis/kernels/assembly'],
    result: 'dist/server/analysis/kernels/kernels.wasm',
    stamp: 'dist/.kernels-built',
    command: [
      'assemblyscript/bin/asc.js',
      'server/analysis/kernels/assembly/index.ts',
      '--outFile=dist/server/analysis/kernels/kernels.wasm',
      ...ASSEMBLY,
      '--enable=simd,threads',
      '--importMemory',
      '--sharedMemory',
      '--initialMemory=2',
      '--maximumMemory=65536',
    ],
  },
  // That of an import, likewise, with memory of its own.
  lines: {
    sources: ['package.json', 'package-lock.json', 'server/import/batches/assembly'],
    result: 'dist/server/import/batches/lines.wasm',
    stamp: 'dist/.lines-built',
    command: [
      'assemblyscript/bin/asc.js',
      'server/import/batches/assembly/index.ts',
      '--outFile=dist/server/import/batches/lines.wasm',
      ...ASSEMBLY,
      '--enable=simd',
    ],
  },
  server: {
    sources: ['package.json', 'package-lock.json', 'shared', 'server'],
    result: 'dist/server/main.js',
    stamp: 'dist/.server-built',
    command: ['typescript/bin/tsc', '-b', 'shared', 'server/analysis', 'server'],
  },
  // The bench of `npm run quality`, which no package has.
  quality: {
    sources: ['package.json', 'package-lock.json', 'shared', 'server', 'test/quality'],
    result: 'dist/test/quality/command.js',
    stamp: 'dist/.quality-built',
    command: ['typescript/bin/tsc', '-b', 'test/quality'],
  },
  // That of `npm run bench`, likewise.
  bench: {
    sources: ['package.json', 'package-lock.json', 'shared', 'server', 'test/bench'],
    result: 'dist/test/bench/command.js',
    stamp: 'dist/.bench-built',
    command: ['typescript/bin/tsc', '-b', 'test/bench'],
  },
  client: {
    sources: ['package.json', 'package-lock.json', 'shared', 'client'],
    result: 'dist/client/index.html',
    stamp: 'dist/.client-built',
    command: ['vite/bin/vite.js', 'build', 'client', '--logLevel', 'warn'],
  },
}

/**
 * Installs and builds what is missing or older than its sources; does nothing in an installed package.
 * Writes to stderr only, and on success only where `talk` is on (default: stderr is a terminal).
 * Calls at the same time wait for each other. Throws an Error with the output of the step that failed.
 */
export async function prepare({ parts = ['kernels', 'lines', 'server', 'client'], talk = process.stderr.isTTY } = {}) {
  if (!isCheckout) return
  if (isInstalled() && parts.every(isBuilt)) return
  await oneAtATime(lockFile, async () => {
    if (!isInstalled()) await installPackages(talk)
    for (const part of parts) if (!isBuilt(part)) await build(part, talk)
  })
}

/** Only the first half: the packages. */
export async function install({ talk = process.stderr.isTTY } = {}) {
  if (!isCheckout || isInstalled()) return
  await oneAtATime(lockFile, async () => {
    if (!isInstalled()) await installPackages(talk)
  })
}

/**
 * npm writes node_modules/.package-lock.json when an install is through: all that the lock file asks for must stand in it.
 * Packages for other platforms are optional and may be missing.
 */
function isInstalled() {
  const wanted = readJson('package-lock.json')?.packages
  const present = readJson('node_modules/.package-lock.json')?.packages
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([place, { version, integrity, optional }]) => {
    if (place === '') return true
    const found = present[place]
    return found ? found.version === version && found.integrity === integrity : optional === true
  })
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'))
  } catch {
    return undefined
  }
}

function isBuilt(part) {
  const { result, stamp, sources } = PARTS[part]
  if (!existsSync(join(root, result)) || !existsSync(join(root, stamp))) return false
  return readFileSync(join(root, stamp), 'utf8') === fingerprint(root, sources)
}

async function installPackages(talk) {
  say(talk, 'installing packages')
  // npm's own script is known when npm started us; a bare `npm` is a .cmd on Windows, which needs a shell.
  const npm = process.env.npm_execpath
  // No package of ours needs an install script, so none gets to run one.
  const words = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  if (npm && /npm-cli\.c?js$/.test(npm)) await run('npm ci', process.execPath, [npm, ...words])
  else await run('npm ci', 'npm', words, { shell: process.platform === 'win32' })
}

async function build(part, talk) {
  const { command, stamp, result, sources } = PARTS[part]
  say(talk, `building the ${part}`)
  // Taken before the build: an edit meanwhile makes the result old, not new.
  const now = fingerprint(root, sources)
  rmSync(join(root, stamp), { force: true })
  const [script, ...words] = command
  await run(`build of the ${part}`, process.execPath, [join(root, 'node_modules', script), ...words])
  // Incremental builds trust their notes: when someone removed the results but not the notes, start afresh.
  if (script === 'typescript/bin/tsc' && !existsSync(join(root, result))) {
    await run(`build of the ${part}`, process.execPath, [join(root, 'node_modules', script), ...words, '--force'])
  }
  mkdirSync(dirname(join(root, stamp)), { recursive: true })
  writeFileSync(join(root, stamp), now)
}

function say(talk, words) {
  if (talk) process.stderr.write(`tidemap: ${words} …\n`)
}

function run(what, file, words, options = {}) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
    const child = spawn(file, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env, ...options })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (cause) => reject(new Error(`${what} could not start: ${cause.message}`, { cause })))
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${what} failed (${signal ?? `exit code ${code}`})\n${output.trim()}`))
    })
  })
}

/** Says what went wrong and ends the process with exit code 1. */
export function giveUp(error) {
  process.stderr.write(`tidemap: ${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}

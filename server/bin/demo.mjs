#!/usr/bin/env node
// `npm run demo`: installs and builds what is missing, imports and analyses the sample once, and serves it.
// It keeps its own data folder, so that trying things out here touches nothing else.
import './check-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import util from 'node:util'
import { isAlive } from './one-at-a-time.mjs'
import { giveUp, main, prepare, root } from './prepare.mjs'

const HOST = '127.0.0.1'
const COLLECTION = 'Daily Papers'
const sample = fileURLToPath(new URL('../demo/daily-papers-page.txt', import.meta.url))

const { port, data } = readOptions()
const address = `http://${HOST}:${port}`
/** Written when the sample is in and analysed: whoever deletes or renames it later does not get it back. */
const ready = join(data, 'sample-ready')

try {
  const running = readLock(data)
  if (running?.address && (await answers(running.address))) {
    say(`the demo already runs at ${running.address} (process ${running.pid})`)
    say(`open that address in a browser; to start afresh, stop it first: kill ${running.pid}`)
    process.exit(0)
  }
  if (!(await isFree(port))) {
    const what = (await answers(address)) ? 'another Tidemap' : 'another program'
    const next = `stop it, or choose another port: npm run demo -- --port ${port + 1}`
    giveUp(`port ${port} is taken by ${what}\nhint: ${next}`)
  }
  await prepare({ talk: true })
  if (!existsSync(ready)) await addSample()
  say('starting; Ctrl+C stops it, and what you add is kept')
  process.argv.splice(2, Infinity, 'serve', '--port', String(port), '--host', HOST, '--data', data)
  await import(pathToFileURL(main).href)
} catch (error) {
  giveUp(error)
}

function readOptions() {
  try {
    const { values } = util.parseArgs({
      options: {
        port: { type: 'string', default: process.env.TIDEMAP_DEMO_PORT ?? '4680' },
        data: { type: 'string', default: process.env.TIDEMAP_DEMO_DATA ?? join(root, '.data/demo') },
      },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`unknown port: ${values.port}`)
    return { port, data: resolve(process.env.INIT_CWD ?? '.', values.data) }
  } catch (error) {
    process.stderr.write(`tidemap: ${error.message}\nhint: npm run demo -- [--port 4680] [--data DIR]\n`)
    process.exit(2)
  }
}

/** Imports and analyses the sample. Killed half-way it begins again: importing twice adds nothing. */
async function addSample() {
  mkdirSync(data, { recursive: true })
  say('importing the sample, a page of Hugging Face Daily Papers …')
  await tidemap('import', sample, '--collection', COLLECTION, '--data', data)
  say('finding its topics …')
  await tidemap('analyze', COLLECTION, '--data', data)
  writeFileSync(ready, '')
}

/** Runs one subcommand; what it says is shown only when it fails. */
function tidemap(...words) {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.resume()
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) done()
      else reject(new Error(output.trim().replace(/^tidemap: /, '') || `${words[0]} ended with ${signal ?? code}`))
    })
  })
}

function readLock(folder) {
  try {
    const lock = JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8'))
    return isAlive(lock.pid) ? lock : null
  } catch {
    return null
  }
}

/** Whether a Tidemap answers there. */
async function answers(url) {
  try {
    const response = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(2_000) })
    const body = await response.json()
    return typeof body.version === 'string'
  } catch {
    return false
  }
}

function isFree(wanted) {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(wanted, HOST, () => server.close(() => done(true)))
  })
}

function say(words) {
  process.stdout.write(`tidemap: ${words}\n`)
}

import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from '../../server/bin/prepare.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The path of a Chromium that is already here, or null: CHROMIUM_PATH, then the PATH, then the usual places, then
 * Playwright's own download. A CHROMIUM_PATH that names nothing is an error, not a reason to look elsewhere.
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named && !isProgram(named)) throw new Error(`no such browser: CHROMIUM_PATH=${named}`)
  if (named) return named
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES]
  return candidates.find(isProgram) ?? (await ownDownload())
}

/** Like `findChromium`, but installs one where there is none: Debian's package as root, else Playwright's download. */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return found
  const tried = []
  if (process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')) {
    process.stderr.write('tidemap: installing chromium with apt-get …\n')
    tried.push('apt-get install chromium')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    attempt('/usr/bin/apt-get', ['update', '-qq'], env)
    attempt('/usr/bin/apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], env)
    const packaged = await findChromium()
    if (packaged) return packaged
  }
  process.stderr.write("tidemap: downloading Playwright's chromium …\n")
  tried.push("Playwright's download")
  attempt(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], process.env)
  const downloaded = await findChromium()
  if (downloaded) return downloaded
  throw new Error(
    `no Chromium for the browser tests (tried ${tried.join(', then ')})\n` +
      'hint: install Chromium or Google Chrome (on Debian and Ubuntu: sudo apt-get install chromium), ' +
      'or set CHROMIUM_PATH to the path of one',
  )
}

function attempt(file, words, env) {
  const { status, stdout, stderr, error } = spawnSync(file, words, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status === 0) return
  const why = error?.message ?? `${stdout}${stderr}`.trim().split('\n').slice(-5).join('\n')
  process.stderr.write(`tidemap: ${[file, ...words].join(' ')} failed: ${why}\n`)
}

async function ownDownload() {
  if (!existsSync(join(root, 'node_modules/playwright-core'))) return null
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return isProgram(path) ? path : null
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

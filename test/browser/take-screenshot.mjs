// `npm run screenshot`: the picture in README.md, taken of the sample in a real Chromium.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { main, prepare, root } from '../../server/bin/prepare.mjs'
import { ensureChromium } from '../support/find-chromium.mjs'

const DEADLINE_MS = 60_000

await prepare({ talk: true })
const executablePath = await ensureChromium()
const { chromium } = await import('playwright-core')

const data = mkdtempSync(join(tmpdir(), 'tidemap-screenshot-'))
await tidemap('import', join(root, 'server/demo/daily-papers-page.txt'), '--collection', 'Daily Papers', '--data', data)
await tidemap('analyze', 'Daily Papers', '--data', data)
const server = spawn(process.execPath, [main, 'serve', '--port', '0', '--data', data], { stdio: 'ignore' })
let browser
try {
  const address = await findAddress()
  const { items } = await (await fetch(`${address}/api/collections`)).json()
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await page.goto(`${address}/c/${items[0].id}`)
  await page.getByLabel(/^Topic map/).waitFor()
  await page.getByRole('complementary', { name: 'Papers' }).getByRole('listitem').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(root, 'client/screenshot.png') })
  process.stderr.write('client/screenshot.png is new\n')
} finally {
  await browser?.close()
  server.kill()
  rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

function tidemap(...words) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`tidemap ${words[0]} ended with ${code}`))))
  })
}

/** The server writes its address beside the data when it listens. */
async function findAddress() {
  for (const deadline = Date.now() + DEADLINE_MS; Date.now() < deadline; await sleep(100)) {
    try {
      const { address } = JSON.parse(readFileSync(join(data, 'lock.json'), 'utf8'))
      if (address && (await fetch(`${address}/healthz`)).ok) return address
    } catch {
      // Not yet.
    }
  }
  throw new Error('the server did not start')
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser, type BrowserContextOptions, type Page, type Request } from 'playwright-core'
import type { AxeResults } from 'axe-core'
import { findChromium } from './find-chromium.mjs'

/** A browser of a test must talk to nobody but our server. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let running: Promise<Browser> | undefined

/**
 * The Chromium of this worker: started for its first file of browser tests, for a start takes longer than many a test, and ended with the
 * worker by Playwright. A file closes the pages it opened with `closePages`.
 */
export async function openBrowser(): Promise<Browser> {
  return (running ??= launch())
}

/** Ends all pages of the browser with their storage, at the end of a file. */
export async function closePages(browser: Browser | undefined): Promise<void> {
  for (const context of browser?.contexts() ?? []) await context.close()
}

async function launch(): Promise<Browser> {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('no Chromium: run npm test, which installs one, or set CHROMIUM_PATH')
  return chromium.launch({ executablePath, args: FLAGS })
}

/** Nothing has been asked for that long when a screen is done, as for Playwright's `networkidle`. */
const QUIET_MS = 500

/** Requests under way on each page, and since when there is none. */
const traffic = new WeakMap<Page, { open: Set<Request>; since: number }>()

/** A page that remembers what went wrong on it. */
export interface WatchedPage {
  page: Page
  /** Console errors and warnings of the security policy, uncaught exceptions, failed requests, requests to elsewhere. */
  faults: string[]
}

export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) faults.push(`request to elsewhere: ${url}`)
  })
  watchTraffic(page)
  return { page, faults }
}

/** Goes to a screen by its link, and waits until it is drawn and has asked for all it needs. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
}

/**
 * Goes to a screen without loading the dashboard anew, as its own links and the browser's buttons do: half the time of `visit`. Waits
 * likewise.
 */
export async function step(page: Page, url: string): Promise<void> {
  const given = traffic.get(page)!
  given.since = performance.now()
  await page.evaluate(async (to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
    // By the second frame the screen has asked for its code, its data or both.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  }, url)
  await page.locator('h1').first().waitFor({ state: 'attached' })
  while (given.open.size > 0 || performance.now() - given.since < QUIET_MS) await sleep(20)
}

function watchTraffic(page: Page): void {
  const given = { open: new Set<Request>(), since: performance.now() }
  traffic.set(page, given)
  const ended = (request: Request): void => {
    given.open.delete(request)
    given.since = performance.now()
  }
  page.on('request', (request) => given.open.add(request))
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
}

/** Two frames, so that a new colour scheme is drawn everywhere, and the end of every transition: colours half-way have too little contrast. */
const settled = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() =>
  Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished)).then(() => 0))`

/**
 * What axe finds wrong with the page as it is now, a line each; `rules` are the few to look at where the others were looked at before, such
 * as `color-contrast` in the other colour scheme. Evaluated from outside, so the security policy stays in force.
 */
export async function findAxeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(settled)
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource)
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) }
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary ?? violation.help}`,
    ),
  )
}

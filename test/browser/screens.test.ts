import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../support/api.ts'
import { closePages, findAxeFaults, openBrowser, openPage, step, visit } from '../support/browser.ts'
import { startSampleServer } from '../support/sample-server.ts'
import type { TestServer } from '../support/server.ts'
import { makeFolder } from '../support/temp-folder.ts'

/** Every screen: nothing for axe to find, nothing on the console, no request to elsewhere. */
describe('every screen', () => {
  const folder = makeFolder()
  let server: TestServer
  let browser: Browser
  let page: Page
  let faults: string[]
  let home: string

  beforeAll(async () => {
    const sample = await startSampleServer(folder.path)
    server = sample.server
    // One without an analysis, for the empty states.
    await call(sample.caller, 'POST', '/api/collections', { name: 'Nothing yet' })
    home = `/c/${sample.collectionId}`
    browser = await openBrowser()
    const opened = await openPage(browser, server.address, { colorScheme: 'light', reducedMotion: 'reduce' })
    page = opened.page
    faults = opened.faults
    await visit(page, server.address)
  }, 120_000)
  afterAll(async () => {
    await closePages(browser)
    await server?.stop()
    folder.remove()
  })

  it.each<[string, (collection: string) => string]>([
    ['collections', () => '/'],
    ['import', () => '/new'],
    ['explore', (collection) => collection],
    ['explore, a topic', (collection) => `${collection}?topic=1`],
    ['explore, a search', (collection) => `${collection}?q=loss+year:2016..`],
    ['explore, the table', (collection) => `${collection}?view=table`],
    ['topic', (collection) => `${collection}/topics/1`],
    ['trends', (collection) => `${collection}/trends?query=loss+functions&query=alignment`],
    ['compare', (collection) => `${collection}/compare`],
    ['compare, two sets', (collection) => `${collection}/compare?a=topic:1&b=query:loss`],
    ['papers', (collection) => `${collection}/papers`],
    ['papers, a search', (collection) => `${collection}/papers?q=loss+function`],
    ['report', (collection) => `${collection}/report`],
    ['import into one', (collection) => `${collection}/import`],
    ['no such collection', () => '/c/nope/papers'],
  ])('%s: accessible in light and dark, fits a phone, is quiet', async (name, path) => {
    faults.length = 0
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    await step(page, `${server.address}${path(home)}`)
    expect(await findAxeFaults(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor()
    expect(await findAxeFaults(page, ['color-contrast'])).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    // A collection that is not there is a 404 of the API, which the browser reports, too.
    expect(faults.filter((fault) => name !== 'no such collection' || !fault.includes('404'))).toEqual([])
  })
})

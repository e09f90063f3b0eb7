import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../support/api.ts'
import { findAxeFaults, step, visit } from '../support/browser.ts'
import { openSamplePage, type SamplePage } from '../support/sample-page.ts'

/** Every screen: nothing for axe to find, nothing on the console, no request to elsewhere. */
describe('every screen', () => {
  let sample: SamplePage
  let page: Page
  let faults: string[]
  let home: string

  beforeAll(async () => {
    sample = await openSamplePage()
    ;({ page, faults, home } = sample)
    // One without an analysis, for the empty states.
    await call(sample.caller, 'POST', '/api/collections', { name: 'Nothing yet' })
    await visit(page, sample.server.address)
  }, 120_000)
  afterAll(() => sample?.close())

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
    await step(page, new URL(path(home), sample.server.address).href)
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

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSample, analyzeCollection, call, type Caller } from '../support/api.ts'
import { findAxeFaults, openBrowser, openPage, visit } from '../support/browser.ts'
import { readLock, startServer, type TestServer } from '../support/server.ts'
import { makeFolder } from '../support/temp-folder.ts'

/** Every screen by its link: nothing for axe to find, nothing on the console, no request to elsewhere. */
describe('every screen', () => {
  const folder = makeFolder()
  let server: TestServer
  let browser: Browser
  let home: string

  beforeAll(async () => {
    server = await startServer(folder.path)
    const caller: Caller = { address: server.address, token: readLock(folder.path).token }
    const collectionId = await addSample(caller, 'Daily Papers')
    await analyzeCollection(caller, collectionId)
    // One without an analysis, for the empty states.
    await call(caller, 'POST', '/api/collections', { name: 'Nothing yet' })
    home = `/c/${collectionId}`
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    folder.remove()
  })

  const screens = () => ({
    collections: '/',
    import: '/new',
    explore: home,
    'explore, a topic': `${home}?topic=1`,
    'explore, the table': `${home}?view=table`,
    topic: `${home}/topics/1`,
    trends: `${home}/trends?query=loss+functions&query=alignment`,
    papers: `${home}/papers`,
    report: `${home}/report`,
    'import into one': `${home}/import`,
    'no such screen': '/c/nope/papers',
  })

  it.each(['light', 'dark'] as const)('is accessible and quiet: %s', { timeout: 180_000 }, async (colorScheme) => {
    const { page, faults } = await openPage(browser, server.address, { colorScheme, reducedMotion: 'reduce' })
    const found: string[] = []
    for (const [name, path] of Object.entries(screens())) {
      await visit(page, `${server.address}${path}`)
      found.push(...(await findAxeFaults(page)).map((fault) => `${name}: ${fault}`))
      // A collection that is not there is a 404 of the API, which the browser reports.
      const missing = name === 'no such screen'
      found.push(
        ...faults.splice(0).flatMap((fault) => (missing && fault.includes('404') ? [] : [`${name}: ${fault}`])),
      )
    }
    expect(found).toEqual([])
    await page.context().close()
  })

  it('fits a phone', { timeout: 120_000 }, async () => {
    const options = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const { page, faults } = await openPage(browser, server.address, options)
    const wide: string[] = []
    for (const [name, path] of Object.entries(screens()).filter(([key]) => key !== 'no such screen')) {
      await visit(page, `${server.address}${path}`)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 390) wide.push(`${name}: ${width} px`)
    }
    expect(wide).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })
})

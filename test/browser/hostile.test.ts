import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Topic } from '../../shared/topic.ts'
import { analyzeCollection, call, send, type Caller } from '../support/api.ts'
import { closePages, openBrowser, openPage, visit } from '../support/browser.ts'
import { madeUpPapers, toJsonLines } from '../support/made-up-papers.ts'
import { readLock, startServer, type TestServer } from '../support/server.ts'
import { makeFolder } from '../support/temp-folder.ts'

const PAYLOADS = [
  '<script>window.pwned=1</script>',
  '<img src=x onerror=window.pwned=1>',
  '"><svg/onload=window.pwned=1>',
  '</title></style></textarea></script><script>window.pwned=1</script>',
  'javascript:window.pwned=1//\'"-->',
  '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '<a href="javascript:window.pwned=1">click me</a>',
  '{{constructor.constructor("window.pwned=1")()}} ${window.pwned=1}',
  '<style>@import "http://evil.example/x.css";</style>',
  '![x](javascript:window.pwned=1) [x]: javascript:window.pwned=1',
]

describe('text that wants to run', () => {
  const folder = makeFolder()
  let server: TestServer
  let caller: Caller
  let browser: Browser
  let collectionId: string
  let analysisId: string
  let topicId: number

  beforeAll(async () => {
    server = await startServer(folder.path)
    caller = { address: server.address, token: readLock(folder.path).token }
    const created = await call<{ id: string }>(caller, 'POST', '/api/collections', { name: `Papers ${PAYLOADS[1]}` })
    collectionId = created.id
    const filename = encodeURIComponent(`${PAYLOADS[1]}.jsonl`)
    const path = `/api/collections/${collectionId}/imports?filename=${filename}`
    await call(caller, 'POST', path, toJsonLines(hostilePapers()))
    analysisId = await analyzeCollection(caller, collectionId)
    const topics = await call<{ items: Topic[] }>(caller, 'GET', `/api/analyses/${analysisId}/topics`)
    topicId = topics.items.find((topic) => topic.id !== 0)!.id
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await closePages(browser)
    await server?.stop()
    folder.remove()
  })

  it('does nothing on any screen, by its link', { timeout: 120_000 }, async () => {
    const { page, faults } = await openPage(browser, server.address, { reducedMotion: 'reduce' })
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    const home = `/c/${collectionId}`
    const phrase = encodeURIComponent(`"${PAYLOADS[0]}"`)
    const paper = encodeURIComponent('paper-00000')
    const paths = [
      '/',
      '/new',
      home,
      `${home}?topic=${topicId}&paper=${paper}`,
      `${home}?view=table`,
      `${home}?q=${encodeURIComponent(PAYLOADS[1])}`,
      `${home}/topics/${topicId}`,
      `${home}/trends?query=${phrase}`,
      `${home}/compare?a=topic:${topicId}&b=query:${encodeURIComponent('graph')}`,
      `${home}/papers`,
      `${home}/report`,
      `${home}/import`,
    ]
    for (const path of paths) {
      await visit(page, `${server.address}${path}`)
      expect(await page.locator('main').count(), path).toBe(1)
      expect(await page.evaluate('window.pwned'), path).toBeUndefined()
      const links = await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol))
      expect(
        links.filter((protocol) => !/^(https?|blob):$/.test(protocol)),
        path,
      ).toEqual([])
      expect(faults, path).toEqual([])
    }
    await page.context().close()
  })

  it.each(['html', 'md', 'csv', 'json', 'bib'])('does nothing in the %s report, opened as a page', async (format) => {
    const response = await send(caller, 'GET', `/api/analyses/${analysisId}/report?format=${format}`)
    const file = join(folder.path, `report-${format}.html`)
    writeFileSync(file, await response.text())
    // Only the HTML report promises this of a file on disk; the others are text, and are sent so that no browser renders them.
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    if (format !== 'html') return
    const { page, faults } = await openPage(browser, 'file:')
    await page.goto(pathToFileURL(file).href, { waitUntil: 'networkidle' })
    expect(await page.evaluate('window.pwned')).toBeUndefined()
    expect(await page.locator('script, iframe, object, embed, base, link, form').count()).toBe(0)
    expect(await page.locator('body').innerText()).toContain('<script>window.pwned=1</script>')
    expect(faults).toEqual([])
    await page.context().close()
  })
})

/** Papers whose every text wants to run. */
function hostilePapers(): unknown[] {
  return madeUpPapers(40).map((paper, i) => {
    const payload = PAYLOADS[i % PAYLOADS.length]
    return {
      ...paper,
      title: `${payload} ${paper.title}`,
      abstract: `${payload} ${paper.abstract} ${payload}`,
      authors: [payload, 'B. Writer'],
      venue: payload,
      organization: payload,
      keywords: [payload],
      url: i % 2 === 0 ? 'javascript:window.pwned=1' : payload,
      doi: payload,
    }
  })
}

import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleFile } from '../support/command.ts'
import { closePages, findAxeFaults, openBrowser, openPage } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { makeFolder } from '../support/temp-folder.ts'

/** The first minute of a person, by mouse and keyboard, from an empty folder to a report on disk. */
describe('the dashboard', () => {
  const folder = makeFolder()
  let server: TestServer
  let browser: Browser
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    server = await startServer(folder.path)
    browser = await openBrowser()
    const opened = await openPage(browser, server.address, {
      permissions: ['clipboard-read', 'clipboard-write'],
      colorScheme: 'light',
    })
    page = opened.page
    faults = opened.faults
  }, 120_000)
  afterAll(async () => {
    await closePages(browser)
    await server?.stop()
    folder.remove()
  })

  it('takes a pasted page, and says what it read before anything is stored', async () => {
    await page.goto(server.address)
    await page.getByRole('button', { name: 'New collection' }).click()
    await page.evaluate((text) => navigator.clipboard.writeText(text), readFileSync(sampleFile, 'utf8'))
    await page.getByLabel('Paste papers').focus()
    await page.keyboard.press('ControlOrMeta+V')
    const receipt = page.getByRole('region', { name: 'What was read' })
    await receipt.getByText('39 papers').first().waitFor()
    expect(await receipt.innerText()).toContain('nothing rejected')
    await page.getByLabel('Name', { exact: true }).fill('Daily Papers')
    expect(await findAxeFaults(page)).toEqual([])
  })

  it('shows how the analysis goes on, then 39 points', { timeout: 60_000 }, async () => {
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('progressbar').waitFor()
    const map = page.getByLabel('Topic map, 39 papers')
    await map.waitFor({ timeout: 45_000 })
    await expect.poll(() => countInk(page)).toBeGreaterThan(500)

    await page.getByRole('button', { name: 'Show as a table' }).click()
    const table = page.getByRole('table', { name: 'Papers on the map' })
    // The header is a row, too.
    await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('40')
    await page.getByRole('button', { name: 'Show the map' }).click()
    await map.waitFor()
  })

  it('shows a topic everywhere when it is clicked, and its link brings it back', async () => {
    const topic = page.getByRole('complementary', { name: 'Topics' }).getByRole('listitem').first().getByRole('button')
    await topic.click()
    expect(await topic.getAttribute('aria-pressed')).toBe('true')
    const papers = /(\d+) · \d+(\.\d+)?%/.exec(await topic.innerText())?.[1]
    const side = page.getByRole('complementary', { name: 'Papers' })
    const heading = side.getByRole('heading', { name: `${papers} of 39 papers` })
    await heading.waitFor()
    expect(new URL(page.url()).searchParams.get('topic')).toMatch(/^\d+$/)
    await page.reload()
    await heading.waitFor()
  })

  it('follows typed phrases, and opens the papers behind a point', async () => {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Trends' }).click()
    const field = page.getByLabel('Add a phrase')
    for (const phrase of ['loss functions', 'alignment']) {
      await field.fill(phrase)
      await field.press('Enter')
      await page.getByRole('button', { name: `Remove ${phrase}` }).waitFor()
    }
    await page.getByRole('list', { name: 'Verdicts' }).getByText('not enough data').first().waitFor()
    expect(new URL(page.url()).searchParams.getAll('query')).toEqual(['loss functions', 'alignment'])

    const chart = page.getByRole('group', { name: /^Phrases over time/ })
    // The chart is drawn anew when the second answer comes.
    await chart
      .getByRole('button', { name: /^alignment\b/ })
      .first()
      .waitFor()
    const points = chart.getByRole('button', { name: /^loss functions\b.*\b[1-9]\d* papers?,/ })
    const point = points.last()
    const papers = Number(/(\d+) papers?,/.exec((await point.getAttribute('aria-label')) ?? '')?.[1])
    await point.click()
    const behind = page.getByRole('complementary', { name: 'Papers behind the point' })
    await expect.poll(() => behind.getByRole('listitem').count()).toBe(papers)
  })

  it('hands out the HTML report', async () => {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Report' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download HTML' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.html$/)
    const html = readFileSync(await download.path(), 'utf8')
    expect(html).toContain('The Z-loss')
    expect(html).not.toContain('<script')
  })

  it(
    'finds fewer topics with the evidence for them, and goes back to the analysis before',
    { timeout: 60_000 },
    async () => {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Explore' }).click()
      const panel = page.getByRole('complementary', { name: 'Topics' })
      const heading = panel.getByRole('heading', { name: /^Topics \(\d+\)$/ })
      const before = await heading.innerText()
      await panel.getByRole('button', { name: 'fewer, more' }).click()
      await page.getByRole('img', { name: /^Stability of each number of topics: .*used, auto/ }).waitFor()
      expect(await findAxeFaults(page)).toEqual([])
      await page.getByRole('button', { name: /^Fewer topics \(\d+, stability 0\.\d\d\)$/ }).click()
      await panel.getByRole('button', { name: 'History (2)' }).waitFor({ timeout: 45_000 })
      await expect.poll(async () => topicsIn(await heading.innerText())).toBeLessThan(topicsIn(before))

      await panel.getByRole('button', { name: 'History (2)' }).click()
      await page.getByRole('menuitem', { name: /· auto ·/ }).click()
      await expect.poll(() => heading.innerText()).toBe(before)
      await page.getByText('This is an earlier analysis.').waitFor()
    },
  )

  it('renames and deletes', async () => {
    await page.goto(server.address)
    await page.getByRole('button', { name: 'More for Daily Papers' }).click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    const rename = page.getByRole('dialog')
    await rename.getByRole('textbox').fill('December')
    await rename.getByRole('button', { name: 'Rename' }).click()
    await page.getByRole('link', { name: 'December' }).waitFor()
    await page.getByRole('button', { name: 'More for December' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Delete/ })
      .click()
    await page.getByRole('button', { name: 'New collection' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'December' }).count()).toBe(0)
  })

  it('had nothing to complain about on the console, and asked nobody else', () => {
    expect(faults).toEqual([])
  })
})

function topicsIn(heading: string): number {
  return Number(/\d+/.exec(heading)?.[0])
}

/** Pixels of the map's canvas that are drawn on. */
function countInk(page: Page): Promise<number> {
  return page.evaluate(() => {
    let ink = 0
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('canvas[role=img]')) {
      const { width, height } = canvas
      const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      for (let i = 3; i < data.length; i += 4) if (data[i] > 0) ink++
    }
    return ink
  })
}

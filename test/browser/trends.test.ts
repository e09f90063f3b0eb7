import type { Page } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAxeFaults, step, visit } from '../support/browser.ts'
import { openSamplePage, type SamplePage } from '../support/sample-page.ts'

/** The views of trends, their links, their papers and their files. */
describe('trends', () => {
  let sample: SamplePage
  let page: Page
  let faults: string[]
  let home: string

  beforeAll(async () => {
    sample = await openSamplePage()
    ;({ page, faults, home } = sample)
    await visit(page, `${home}/trends`)
  }, 120_000)
  afterAll(() => sample?.close())

  // The screen itself, whose chart is that of lines, is looked at with the others.
  it.each(['stream', 'rank', 'plane', 'terms', 'groups'])(
    '%s: accessible in light and dark, fits a phone',
    async (chart) => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
      await step(page, `${home}/trends?chart=${chart}&query=alignment`)
      expect(await findAxeFaults(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.locator('html[data-mantine-color-scheme=dark]').waitFor()
      expect(await findAxeFaults(page, ['color-contrast'])).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    },
  )

  it('keeps every choice in the link, and says on the chart what was done', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await step(page, `${home}/trends?query=alignment`)
    await page.getByRole('combobox', { name: 'Smoothing' }).click()
    await page.getByRole('option', { name: 'smoothed: 3 years' }).click()
    await page.getByText('share of 3 periods together').waitFor()
    await page.getByRole('combobox', { name: 'Where lines begin' }).click()
    await page.getByRole('option', { name: 'from the first paper' }).click()
    await page.getByText('Lines begin with their first year of 1 paper or more.').waitFor()
    expect(new URL(page.url()).search).toBe('?query=alignment&smooth=1&start=1')
    await page.reload()
    await page.getByText('Lines begin with their first year').waitFor()
  })

  it('opens the papers of a sense, and counts within a topic', async () => {
    await step(page, `${home}/trends?query=alignment`)
    const senses = page.getByRole('region', { name: 'Where phrases are at home' })
    await senses.getByRole('button').first().click()
    const papers = page.getByRole('complementary', { name: 'Papers behind the point' })
    await papers.getByRole('heading', { name: /^alignment in / }).waitFor()
    await papers.locator('mark').first().waitFor()
    await page.getByRole('combobox', { name: 'Papers that phrases are counted in' }).click()
    await page
      .getByRole('option', { name: /\(\d+\)$/ })
      .first()
      .click()
    await page
      .getByRole('list', { name: 'Verdicts' })
      .getByText(/of (?!39\b)\d+( papers)?$/)
      .waitFor()
    expect(new URL(page.url()).searchParams.get('within')).toMatch(/^topic:\d+$/)
  })

  it('opens the papers of a period from the table of numbers', async () => {
    await step(page, `${home}/trends?chart=stream`)
    await page.getByText('Show the numbers as a table').click()
    await page.getByRole('region', { name: 'Numbers of the chart' }).getByRole('button').first().click()
    const papers = page.getByRole('complementary', { name: 'Papers behind the point' })
    await papers.getByRole('listitem').first().waitFor()
    expect(await papers.getByRole('heading').first().innerText()).toMatch(/, \d{4}$/)
  })

  it.each(['lines', 'stream', 'rank'])(
    '%s: is walked with the arrow keys, and Enter opens the papers',
    async (chart) => {
      await step(page, `${home}/trends?chart=${chart}`)
      const points = page.locator('svg [data-point]')
      const name = (): Promise<string | null> => page.evaluate('document.activeElement.getAttribute("aria-label")')
      await points.and(page.locator('[tabindex="0"]')).focus()
      const first = await name()
      expect(first).toMatch(/^.+: .*\d+ papers?, .*% of \d{4}/)
      await page.keyboard.press('ArrowDown')
      expect((await name())?.split(':')[0]).not.toBe(first?.split(':')[0])
      await page.keyboard.press('Home')
      await page.keyboard.press('End')
      expect(await points.and(page.locator('[tabindex="0"]')).count()).toBe(1)
      const last = await name()
      await page.keyboard.press('Enter')
      await page
        .getByRole('complementary', { name: 'Papers behind the point' })
        .getByRole('heading', { name: last!.split(':')[0] })
        .waitFor()
    },
  )

  it('puts a phrase back that was taken out, and steps back through phrases with the browser', async () => {
    await step(page, `${home}/trends`)
    await page.getByRole('button', { name: 'How to write a phrase' }).click()
    await page.getByRole('button', { name: 'loss functions', exact: true }).last().click()
    await page.waitForURL(/query=loss\+functions$/)
    await page.getByLabel('Add a phrase').fill('alignment')
    await page.keyboard.press('Enter')
    await page.waitForURL(/query=alignment$/)
    await page.getByRole('button', { name: 'Remove loss functions' }).click()
    await page.waitForURL(/\?query=alignment$/)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForURL(/query=loss\+functions&query=alignment$/)
    await page.goBack()
    await page.waitForURL(/\?query=alignment$/)
    expect(await page.getByRole('button', { name: /^Remove / }).count()).toBe(1)
  })

  it('narrows tables of verdicts to the brushed stretch, and says what it does not narrow', async () => {
    await visit(page, `${home}/trends?chart=terms&moves=all&from=2024&to=2024`)
    await page.getByText('Lines and numbers of papers are those of 2024;').waitFor()
    const papers = page.getByRole('table').getByRole('cell').nth(4)
    const narrow = Number(await papers.innerText())
    await page.getByRole('button', { name: 'Show all time' }).click()
    await expect.poll(async () => Number(await papers.innerText())).toBeGreaterThan(narrow)
  })

  it('hands out a chart as a drawing and verdicts as numbers', async () => {
    const take = async (item: string): Promise<string> => {
      await page.getByRole('button', { name: 'Download or share the chart' }).click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ])
      return readFileSync(await download.path(), 'utf8')
    }
    await step(page, `${home}/trends?chart=rank`)
    expect(await take('Drawing (SVG)')).toMatch(/^<svg[^>]*aria-label="Topics over time/)
    await step(page, `${home}/trends?chart=terms&moves=all`)
    expect(await take('Numbers (CSV)')).toMatch(/^label,verdict,size,q,papers,from,peak,bursts\n/)
  })

  it('says plainly where there is not enough data, and stays quiet', async () => {
    await step(page, `${home}/trends?chart=terms`)
    await page.getByText('Not enough data: too few dated papers').waitFor()
    await step(page, `${home}/topics/1`)
    await page.getByRole('heading', { name: 'How its words changed' }).waitFor()
    expect(faults).toEqual([])
  })
})

import type { Page } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAxeFaults, visit } from '../support/browser.ts'
import { openSamplePage, type SamplePage } from '../support/sample-page.ts'

/** From a typed word to a paper, to its like, to what sets papers apart. */
describe('search, similar papers and comparison', () => {
  let sample: SamplePage
  let page: Page
  let faults: string[]
  let home: string

  beforeAll(async () => {
    sample = await openSamplePage()
    ;({ page, faults, home } = sample)
  }, 120_000)
  afterAll(() => sample?.close())

  it('puts the best first and marks what matches, by an example of the help', async () => {
    await visit(page, `${home}/papers`)
    await page.getByRole('button', { name: 'How to search' }).click()
    expect(await findAxeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'loss functions', exact: true }).click()
    const table = page.getByRole('table', { name: 'Papers' })
    await table.locator('mark').first().waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('loss functions')
    expect(await table.getByRole('link').first().innerText()).toMatch(/loss functions/i)
    expect(await page.getByRole('combobox', { name: 'Order' }).inputValue()).toBe('best match first')
  })

  it('says what is wrong with a query without taking the filters away', async () => {
    const box = page.getByRole('searchbox', { name: 'Search papers, topics and phrases' })
    await box.fill('colour:red')
    await page.getByRole('alert').getByText('Unknown field: colour').waitFor()
    expect(await page.getByRole('combobox', { name: 'Order' }).count()).toBe(1)
    await box.fill('Z-loss')
    await page.getByRole('table', { name: 'Papers' }).locator('mark').first().waitFor()
  })

  it('leads from a paper to one that is similar', async () => {
    await page.getByRole('link', { name: /The Z-loss/ }).click()
    const similar = page.getByRole('region', { name: 'Similar papers' })
    const first = similar.getByRole('button').first()
    expect(await first.innerText()).toMatch(/similarity 0\.\d\d: \w/)
    const before = page.url()
    await first.click()
    await expect.poll(() => page.url()).not.toBe(before)
    await similar.getByRole('button', { name: /The Z-loss/ }).waitFor()
  })

  it('compares a topic with the rest, swaps the two, and hands out the numbers', async () => {
    await visit(page, `${home}/topics/1`)
    await page.getByRole('button', { name: 'Compare with …' }).click()
    const [left, right] = [page.getByRole('table').first(), page.getByRole('table').last()]
    await right.getByText('all other papers').waitFor()
    const term = await left.getByRole('rowheader').first().innerText()
    await page.getByRole('button', { name: 'Swap the two sets' }).click()
    await left.getByText('all other papers').waitFor()
    expect(await right.getByRole('rowheader').first().innerText()).toBe(term)
    await page.getByRole('button', { name: 'Download or share the chart' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Numbers (CSV)' }).click(),
    ])
    expect(readFileSync(await download.path(), 'utf8')).toContain(`,${term},`)
    await page.reload()
    await right.getByRole('rowheader', { name: term, exact: true }).waitFor()
  })

  it('finds papers from the palette', async () => {
    await page.keyboard.press('ControlOrMeta+K')
    await page.getByRole('textbox', { name: 'Go to' }).fill('scale invariant')
    await page.getByRole('button', { name: /The Z-loss/ }).click()
    const paper = page.getByRole('complementary', { name: 'Paper', exact: true })
    expect(await paper.getByRole('heading', { level: 3 }).first().innerText()).toContain('The Z-loss')
  })

  it('had nothing to complain about on the console', () => {
    // The query that was refused on purpose is reported by the browser, too.
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([])
  })
})

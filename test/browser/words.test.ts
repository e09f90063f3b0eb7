import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAxeFaults, visit } from '../support/browser.ts'
import { openSamplePage, type SamplePage } from '../support/sample-page.ts'

/** A person says what to ignore and what means the same, and analyses again: each step stands on those before. */
describe('words of a collection', () => {
  let sample: SamplePage
  let page: Page
  let faults: string[]
  const dialog = () => page.getByRole('dialog', { name: 'Words of this collection' })
  const reanalyse = async (press: () => Promise<void>): Promise<void> => {
    await press()
    await page.getByRole('progressbar', { name: 'Analysing anew' }).waitFor()
    await page.getByRole('progressbar', { name: 'Analysing anew' }).waitFor({ state: 'detached', timeout: 60_000 })
  }

  beforeAll(async () => {
    sample = await openSamplePage()
    ;({ page, faults } = sample)
    await visit(page, `${sample.home}/topics/1`)
  }, 120_000)
  afterAll(() => sample?.close())

  it('ignores a term of a topic by keyboard, takes it back, and ignores it again', async () => {
    const term = page.getByRole('heading', { level: 1 }).locator('~ p').first().getByRole('button').first()
    const word = await term.innerText()
    const ignore = async () => {
      await term.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menuitem', { name: 'Ignore this word' }).waitFor()
      // A menu stands outside the landmarks, at the end of the page.
      expect((await findAxeFaults(page)).filter((fault) => !fault.startsWith('region'))).toEqual([])
      await page.keyboard.press('Enter')
      await page.getByText(`“${word}” is ignored from the next analysis on`).waitFor()
    }
    await ignore()
    await page.getByText('This analysis was made with other words than those saved.').waitFor()
    expect(await findAxeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('This analysis was made with other words').waitFor({ state: 'detached' })
    await ignore()
    await page.getByRole('button', { name: 'Show the words' }).click()
    expect((await dialog().getByLabel('Ignored words').inputValue()).trim()).toBe(word)
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  it('says on which line the words are wrong, and saves what is right', { timeout: 90_000 }, async () => {
    await page.getByRole('button', { name: /^Topics auto/ }).click()
    await page.getByRole('button', { name: 'Ignored words and synonyms' }).click()
    const synonyms = dialog().getByLabel('Synonyms')
    await synonyms.fill('language model = LLM = LM\nalone')
    await dialog().getByText('Line 2: a group of synonyms needs two forms: “alone”').waitFor()
    expect(await dialog().getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true)
    expect(await findAxeFaults(page)).toEqual([])
    await synonyms.fill('language model = LLM = LM')
    await dialog().getByLabel('Ignored words').fill('loss, training')
    await reanalyse(() => dialog().getByRole('button', { name: 'Save and analyse' }).click())
    await page.getByRole('button', { name: /own words/ }).click()
    const how = page.getByRole('dialog').filter({ hasText: 'How this was made' })
    await how.getByText('language model = LLM = LM').waitFor()
    expect(await how.innerText()).toContain('loss, training')
    expect(await page.getByText('other words than those saved').count()).toBe(0)
    expect(faults).toEqual([])
  })
})

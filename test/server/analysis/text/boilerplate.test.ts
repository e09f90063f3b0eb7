import { expect, it } from 'vitest'
import { dropBoilerplate } from '../../../../server/analysis/text/boilerplate.ts'
import { AFTER_BREAK } from '../../../../server/analysis/text/token-flags.ts'
import { readTokens } from '../../../../server/analysis/text/read-tokens.ts'
import type { Tokens } from '../../../../server/analysis/text/tokens.ts'
import { paper } from '../../../support/planted-papers.ts'

const read = (abstracts: readonly string[], title = 'T'): Tokens =>
  dropBoilerplate(readTokens(abstracts.map((abstract, i) => paper({ id: `p${i}`, title, abstract }))))

/** The words left of each abstract. */
const left = (tokens: Tokens): string[] =>
  Array.from({ length: tokens.n }, (_, i) =>
    Array.from(
      tokens.forms.slice(tokens.abstractStarts[i], tokens.starts[i + 1]),
      (form) => tokens.formTexts[form],
    ).join(' '),
  )

const SUBJECTS = ['Corals bleach in warm lagoons', 'Violins need new strings often', 'Glaciers calve into cold fjords']

it('drops sentences that three papers share, whatever year they name', () => {
  const abstracts = SUBJECTS.map((subject, i) => `${subject}. Copyright ${2001 + i} Some House.`)
  expect(left(read(abstracts))).toEqual(SUBJECTS)
  expect(left(read(abstracts.slice(0, 2)))[0]).toContain('Copyright')
})

it('drops runs of seven words inside sentences, and leaves a break', () => {
  const run = 'made available to all for use at'
  const tokens = read(
    SUBJECTS.map(
      (subject, i) => `${subject} and ${subject} whenever ${subject}, and data were ${run} place${i} hence.`,
    ),
  )
  for (const [i, text] of left(tokens).entries()) {
    expect(text).not.toContain('made available')
    expect(text).toContain(`place${i}`)
    const place = tokens.forms.findIndex((form) => tokens.formTexts[form] === `place${i}`)
    expect(tokens.flags[place] & AFTER_BREAK).toBe(AFTER_BREAK)
  }
})

it('drops the heads of sections but not the same words in a sentence', () => {
  const texts = left(
    read(SUBJECTS.map((subject) => `Patient outcomes: ${subject}. They watched patient outcomes too, they ${subject}`)),
  )
  for (const [i, text] of texts.entries())
    expect(text).toBe(`${SUBJECTS[i]} They watched patient outcomes too they ${SUBJECTS[i]}`)
})

it('keeps runs of words that say what papers are about', () => {
  const run = 'signal to interference plus noise ratio bounds'
  for (const text of left(read(SUBJECTS.map((subject) => `${subject} and ${run} for ${subject}.`))))
    expect(text).toContain(run)
})

it('keeps copies of one abstract, and titles', () => {
  const copies = ['One abstract that three papers have word by word.', '', ''].map((_, __, all) => all[0])
  expect(left(read(copies))).toEqual(
    Array.from({ length: 3 }, () => 'One abstract that three papers have word by word'),
  )
  const title = 'A title of eight words that many papers have'
  expect(read(SUBJECTS, title).abstractStarts[0]).toBe(9)
})

it('drops listed phrases from single papers', () => {
  expect(left(read(['Better than the state of the art in corals. All rights reserved.']))).toEqual([
    'Better than the in corals',
  ])
})

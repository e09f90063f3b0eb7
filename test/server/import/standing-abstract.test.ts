import { describe, expect, it } from 'vitest'
import { STANDS, StandingAbstracts } from '../../../server/import/batches/standing-abstract.ts'
import { cleanMarkup } from '../../../server/import/record/text.ts'
import { readText } from './read-text.ts'

const LONG = 'Coral reefs are warm and shallow – “bleached” in summer, α ≤ 5, 珊瑚礁 too; '.repeat(3).trim()

/** What is found in one line that holds this JSON string as its abstract. */
function found(json: string): string | null {
  const line = new TextEncoder().encode(`{"title": "T", "abstract": ${json}, "year": 2020}`)
  const standing = new StandingAbstracts(line)
  return standing.find(0, line.length) ? new TextDecoder().decode(line.subarray(standing.start, standing.end)) : null
}

describe('an abstract that stands as it is to be written', () => {
  it.each([LONG, `${LONG} "quoted" and \\emph{this}`, `${'x'.repeat(70)}\\`, 'ü'.repeat(64)])(
    'is found: %s',
    (text) => {
      expect(found(JSON.stringify(text))).toBe(JSON.stringify(text).slice(1, -1))
      expect(cleanMarkup(text)).toBe(text)
    },
  )

  it.each([
    'short',
    ` ${LONG}`,
    `${LONG} `,
    `${LONG}  ${LONG}`,
    `${LONG}\n${LONG}`,
    `${LONG}\u00a0${LONG}`,
    `${LONG}\u200b`,
    `e\u0301 ${LONG}`,
    `${LONG} <i>x</i>`,
    `${LONG} &amp; more`,
    `${LONG} 𝒳`,
    `${LONG}\u007f`,
  ])('is not this one: %j', (text) => {
    expect(found(JSON.stringify(text))).toBe(null)
  })

  it('is not one with other escapes, nor what is no text', () => {
    expect(found(`"${LONG} \\u00fc"`)).toBe(null)
    expect(found(`"${LONG}\\/"`)).toBe(null)
    expect(found(`"${LONG}`)).toBe(null)
    expect(found('null')).toBe(null)
    expect(found(`["${LONG}"]`)).toBe(null)
  })

  it('stands for itself in every place of a word of four bytes', () => {
    for (let before = 0; before < 4; before++) {
      for (let at = 0; at < 6; at++) {
        const text = 'x'.repeat(80)
        const blanks = `${'y'.repeat(before)}${text.slice(0, 70 + at)}  ${text}`
        expect(found(JSON.stringify(blanks))).toBe(null)
        const fine = `${'y'.repeat(before)}${text.slice(0, 70 + at)} ! ${text}`
        expect(found(JSON.stringify(fine))).toBe(fine)
      }
    }
  })
})

describe('records whose abstract was not decoded', () => {
  it('are the same as those whose was, wherever it stands', async () => {
    const fields = { id: 'a', title: 'A title', authors: ['Ada Lovelace'], year: 2020 }
    const { papers } = await readText(JSON.stringify({ ...fields, abstract: LONG }))
    expect(papers[0].paper.abstract).toBe(LONG)
    const inPaper = { id: 'a', paper: { ...fields, abstract: LONG } }
    // An array is read as texts.
    for (const written of [
      JSON.stringify([{ ...fields, abstract: LONG }]),
      JSON.stringify({ abstract: LONG, ...fields }),
      JSON.stringify(inPaper),
      JSON.stringify({ ...fields, abstract: LONG }).replace('"abstract":', '"abstract" :  '),
    ]) {
      expect((await readText(written)).papers[0].paper).toEqual({
        ...papers[0].paper,
        source: expect.any(String) as unknown,
      })
    }
  })

  it('leave their place to another abstract, and never show what stood in for them', async () => {
    const { papers } = await readText(
      [
        { title: 'One', note: { abstract: LONG }, summary: 'A summary of its own' },
        { title: 'Two', venue: { abstract: LONG }, abstract: 'Short' },
        { title: STANDS, abstract: LONG },
      ]
        .map((record) => JSON.stringify(record))
        .join('\n'),
    )
    const texts = papers.map(({ paper }) => [paper.title, paper.abstract])
    expect(texts).toContainEqual(['One', 'A summary of its own'])
    expect(texts).toContainEqual(['Two', 'Short'])
    expect(texts).toContainEqual([STANDS, LONG])
  })

  it('are rejected with what they say', async () => {
    const bad = `{"title": "A", "abstract": "${LONG}", "date": {"abstract": "${LONG}"}}`
    const { receipt } = await readText(`${bad}\n{"title": "B", "abstract": "${LONG}"}`, { skipBad: true })
    expect(receipt.rejected).toMatchObject([{ line: 1, reason: expect.stringContaining('Coral') as unknown }])
  })
})

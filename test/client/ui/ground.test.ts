import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { GROUND } from '../../../client/ui/theme/ground.ts'

it('gives canvases the very tokens of the style sheet', () => {
  const css = readFileSync(new URL('../../../client/ui/theme/tokens.css', import.meta.url), 'utf8')
  const [light, dark] = css.split("[data-mantine-color-scheme='dark']")
  for (const [part, ground] of [
    [light, GROUND.light],
    [dark, GROUND.dark],
  ] as const) {
    // prettier-ignore
    expect(part).toContain(`--surface: ${ground.surface};`)
    expect(part).toContain(`--ink: ${ground.ink};`)
  }
})

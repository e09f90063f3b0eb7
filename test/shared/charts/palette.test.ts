import { expect, it } from 'vitest'
import { lab, rgb } from 'd3'
import { distinctAccents, seriesColor, topicAccent, topicColor } from '../../../shared/charts/palette.ts'

/** WCAG 2 contrast of two colours, 1–21. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const { r, g, b } = rgb(color)
  const [red, green, blue] = [r, g, b].map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const ids = Array.from({ length: 120 }, (_, id) => id)

it('gives every topic a colour that is seen on white and on near-black', () => {
  for (const color of [...ids.map(topicColor), ...ids.map(topicAccent), ...ids.map(seriesColor)]) {
    expect(color).toMatch(/^#[0-9a-f]{6}$/)
    expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(3)
    expect(contrast(color, '#17191c')).toBeGreaterThanOrEqual(3)
  }
})

it('keeps neighbours apart and accents louder', () => {
  const distance = (a: string, b: string): number => {
    const [x, y] = [lab(a), lab(b)]
    return Math.hypot(x.l - y.l, x.a - y.a, x.b - y.b)
  }
  for (let a = 1; a <= 8; a++)
    for (let b = 1; b < a; b++) expect(distance(topicColor(a), topicColor(b))).toBeGreaterThan(9)
  expect(new Set(ids.slice(1, 33).map(topicColor)).size).toBe(32)
  expect(topicColor(3)).not.toBe(topicAccent(3))
  expect(topicColor(0)).toBe(topicAccent(0))
})

it('gives topics of one chart a hue each, their own where it is free', () => {
  expect(distinctAccents([1, 2, 3])).toEqual([1, 2, 3].map(topicAccent))
  expect(distinctAccents([5, 13, 2])).toEqual([topicAccent(5), seriesColor(0), topicAccent(2)])
  expect(new Set(distinctAccents([1, 9, 17, 25, 33, 41, 49, 57])).size).toBe(8)
  expect(distinctAccents(ids.slice(1, 20))).toHaveLength(19)
})

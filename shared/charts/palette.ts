import { hcl } from 'd3'
import { MISCELLANEOUS } from '../topic.ts'

/**
 * The eight hues of Okabe and Ito (jfly.uni-koeln.de/color, 2008), safe for most colour vision, in an order that keeps neighbours apart.
 * Changed: sky, orange and yellow are darker and black is a violet, so that each has 3:1 contrast on white and on near-black.
 */
const ACCENTS = ['#0072b2', '#d55e00', '#009e73', '#b5609a', '#b07a00', '#3a8fc2', '#8a8200', '#7a68c8'] as const

const NEUTRAL = '#868e96'

/** The surroundings of a chart: CSS variables that a page may set, each with a light fallback. */
export const CHART_COLORS = {
  ink: 'var(--chart-ink, #212529)',
  muted: 'var(--chart-muted, #5c636a)',
  grid: 'var(--chart-grid, #e3e5e8)',
  paper: 'var(--chart-paper, #ffffff)',
} as const

/** The colour of a typed query or of a picked line by its place, 0…; after eight they repeat, so names stand beside them. */
export function seriesColor(place: number): string {
  return ACCENTS[place % ACCENTS.length]
}

/** The quiet colour of a topic, `#rrggbb`: the same id, the same colour, in light and dark; Miscellaneous is grey. */
export function topicColor(topicId: number): string {
  return toned(topicId, 0.62)
}

/** The loud colour of a topic, for when it is selected: its own hue at full strength. */
export function topicAccent(topicId: number): string {
  return toned(topicId, 1)
}

/** Eight hues, then the hues between them, each round a little lighter or darker (L* 46–61 keeps 3:1 on both grounds). */
function toned(topicId: number, strength: number): string {
  if (topicId === MISCELLANEOUS) return NEUTRAL
  const place = topicId - 1
  const round = Math.floor(place / ACCENTS.length)
  const base = hcl(ACCENTS[place % ACCENTS.length])
  const hue = base.h + [0, 22, 11, 33][round % 4]
  const lightness = round === 0 ? base.l : [53, 59, 47, 56][round % 4]
  return hcl(hue, Math.min(base.c, round === 0 ? 80 : 56) * strength, Math.min(61, Math.max(46, lightness))).formatHex()
}

/** Loud colours for topics in one chart: each its own where no earlier one has the same hue, else the next hue that is free. */
export function distinctAccents(topicIds: readonly number[]): string[] {
  const hueOf = (topicId: number): number => (topicId - 1) % ACCENTS.length
  const own = topicIds.map((id, place) => topicIds.findIndex((other) => hueOf(other) === hueOf(id)) === place)
  const taken = new Set(topicIds.filter((_, place) => own[place]).map(hueOf))
  const free = ACCENTS.map((_, hue) => hue).filter((hue) => !taken.has(hue))
  return topicIds.map((id, place) => {
    const hue = own[place] ? undefined : free.shift()
    return hue === undefined ? topicAccent(id) : seriesColor(hue)
  })
}

/** A colour for small text in the hue of `color`: mixed with the ink, so that it is dark on light and light on dark. */
export function textColor(color: string): string {
  return `color-mix(in oklab, ${color} 55%, ${CHART_COLORS.ink})`
}

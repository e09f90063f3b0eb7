import { interpolateViridis, quantize } from 'd3'
import { civilDate } from '../../../shared/period.ts'
import { NO_DAY, type MapColumns } from '../../../shared/map.ts'
import { seriesColor, topicColor } from '../../../shared/charts/palette.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import type { Colour } from '../../state/link.ts'

export interface MapColours {
  /** Per paper its entry of the palette. */
  slot: Uint16Array
  palette: string[]
  /** What the colours mean where names on the map do not say it. */
  legend: { label: string; colour: string }[]
}

const YEAR_STEPS = 10
const NONE = '#868e96'

/** The colour of every paper. Years go from dark to light on dark ground and the other way on light. */
export function mapColours(map: MapColumns, index: TopicIndex, colour: Colour, dark: boolean): MapColours {
  if (colour === 'year') return yearColours(map, dark)
  const largest = index.topics.reduce((most, topic) => Math.max(most, topic.id), 0)
  const palette = Array.from({ length: largest + 1 }, (_, id) => {
    if (colour === 'topic') return topicColor(id)
    const theme = index.byId.get(id)?.themeId
    return theme === undefined || id === 0 ? NONE : hexOf(seriesColor(theme - 1))
  })
  const legend =
    colour === 'theme' ? index.themes.map(({ id, label }) => ({ label, colour: hexOf(seriesColor(id - 1)) })) : []
  return { slot: map.topic, palette, legend }
}

function yearColours(map: MapColumns, dark: boolean): MapColours {
  let first = Infinity
  let last = -Infinity
  for (const day of map.day) {
    if (day === NO_DAY) continue
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  if (!Number.isFinite(first)) return { slot: new Uint16Array(map.n), palette: [NONE], legend: [] }
  const from = civilDate(first).year
  const years = civilDate(last).year - from + 1
  const width = Math.ceil(years / YEAR_STEPS)
  const steps = Math.ceil(years / width)
  const [low, high] = dark ? [0.3, 1] : [0, 0.86]
  const ramp = quantize((t) => interpolateViridis(low + t * (high - low)), Math.max(2, steps)).map(hexOf)
  if (!dark) ramp.reverse()
  const slot = Uint16Array.from(map.day, (day) =>
    day === NO_DAY ? ramp.length : Math.floor((civilDate(day).year - from) / width),
  )
  const legend = ramp.slice(0, steps).map((colour, step) => {
    const start = from + step * width
    const end = Math.min(start + width, from + years) - 1
    return { label: end > start ? `${start}–${end}` : String(start), colour }
  })
  return { slot, palette: [...ramp, NONE], legend }
}

/** `#rrggbb` of a colour that is that already, or `rgb(r, g, b)`. */
export function hexOf(colour: string): string {
  if (colour.startsWith('#')) return colour
  const parts = colour.match(/\d+/g)!.slice(0, 3).map(Number)
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

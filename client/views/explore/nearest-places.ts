import type { MapColumns } from '../../../shared/map.ts'

/** Places of the papers nearest to one on the map, nearest first. */
export function nearestPlaces(map: Pick<MapColumns, 'n' | 'x' | 'y'>, place: number, count: number): number[] {
  const best: { place: number; distance: number }[] = []
  const x = map.x[place]
  const y = map.y[place]
  for (let other = 0; other < map.n; other++) {
    if (other === place) continue
    const distance = (map.x[other] - x) ** 2 + (map.y[other] - y) ** 2
    if (best.length === count && distance >= best[count - 1].distance) continue
    const at = best.findIndex((one) => one.distance > distance)
    best.splice(at < 0 ? best.length : at, 0, { place: other, distance })
    if (best.length > count) best.pop()
  }
  return best.map((one) => one.place)
}

import { describe, expect, it } from 'vitest'
import { dotPaths, fitMap, mapHeight } from '../../../shared/charts/map-layout.ts'

const point = (x: number, y: number, topicId = 1) => ({ id: `${x} ${y}`, title: '', topicId, x, y, uncertain: false })

describe('fitMap', () => {
  it('fits both axes with one scale, up is up', () => {
    const projection = fitMap([point(0, 0), point(10, 5)], 220, 220, 10)
    expect([projection.x(0), projection.x(10)]).toEqual([10, 210])
    expect([projection.y(0), projection.y(5)]).toEqual([160, 60])
  })

  it('puts one place, or none, into the middle', () => {
    expect(fitMap([point(3, 3), point(3, 3)], 100, 50, 10).x(3)).toBe(50)
    expect(fitMap([point(3, 3)], 100, 50, 10).y(3)).toBe(25)
    expect(fitMap([], 100, 50, 10).x(0)).toBe(50)
  })
})

it('is as tall as the points ask for, within reason', () => {
  expect(mapHeight([point(0, 0), point(10, 6)], 1000, 0)).toBe(600)
  expect(mapHeight([point(0, 0), point(10, 100)], 1000, 0)).toBe(700)
  expect(mapHeight([], 1000, 20)).toBe(400)
})

describe('dotPaths', () => {
  const projection = { x: (x: number) => x, y: (y: number) => y }

  it('draws each place of a topic once', () => {
    const paths = dotPaths([point(1, 1), point(1.1, 1.1), point(5, 5), point(1, 1, 2)], projection, 1)
    expect(
      paths
        .map((dots) => dots.path)
        .join('')
        .match(/M/g),
    ).toHaveLength(3)
    expect(new Set(paths.map((dots) => dots.topicId))).toEqual(new Set([1, 2]))
  })

  it('stays small for many papers, and lets no topic hide the others', () => {
    const points = Array.from({ length: 50_000 }, (_, index) =>
      point((index * 7919) % 1000, (index * 104729) % 700, 1 + (index % 20)),
    )
    const paths = dotPaths(points, projection, 1.5)
    expect(paths.reduce((sum, dots) => sum + dots.path.length, 0)).toBeLessThan(50_000 * 10)
    expect(paths.at(-1)?.topicId).not.toBe(paths.at(-2)?.topicId)
    expect(paths).toHaveLength(6 * 20)
  })
})

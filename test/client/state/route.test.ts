import { describe, expect, it } from 'vitest'
import { parseRoute, pathOf, type Route } from '../../../client/state/route.ts'

describe('routes', () => {
  const routes: Route[] = [
    { screen: 'collections' },
    { screen: 'import', collectionId: null },
    { screen: 'import', collectionId: 'c_1' },
    { screen: 'explore', collectionId: 'c_1' },
    { screen: 'trends', collectionId: 'a/b ü' },
    { screen: 'compare', collectionId: 'c_1' },
    { screen: 'papers', collectionId: 'c_1' },
    { screen: 'report', collectionId: 'c_1' },
    { screen: 'topic', collectionId: 'c_1', topicId: 0 },
  ]
  it.each(routes)('reads back what it writes: $screen', (route) => {
    expect(parseRoute(pathOf(route))).toEqual(route)
  })

  it.each([
    '/elsewhere',
    '/c',
    '/c/x/nothing',
    '/c/x/topics/two',
    '/c/x/topics',
    '/c/%E0%A4%A',
    '/new/x',
    '/c/x/trends/1',
  ])('does not know %s', (path) => {
    expect(parseRoute(path)).toEqual({ screen: 'unknown', path })
  })
})

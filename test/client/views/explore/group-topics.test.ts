import { describe, expect, it } from 'vitest'
import { groupTopics } from '../../../../client/views/explore/group-topics.ts'
import { theme, topic } from './topics.ts'

const topics = [
  topic(1, { papers: 9, themeId: 1, label: 'b' }),
  topic(2, { papers: 8, themeId: 2, label: 'a' }),
  topic(3, { papers: 7, themeId: 2, label: 'c' }),
  topic(0, { papers: 30, themeId: 1, label: 'Miscellaneous' }),
]
const themes = [theme(1, [1], 9), theme(2, [2, 3], 15)]
const ids = (order: 'theme' | 'size' | 'name') =>
  groupTopics({ topics, themes }, order).map((group) => group.topics.map((one) => one.id))

describe('groupTopics', () => {
  it('puts the largest theme first and Miscellaneous last', () => {
    expect(ids('theme')).toEqual([[2, 3], [1], [0]])
  })
  it('orders by size or name without headings', () => {
    expect(ids('size')).toEqual([[1, 2, 3, 0]])
    expect(ids('name')).toEqual([[2, 1, 3, 0]])
  })
  it('needs no heading for a single theme', () => {
    expect(groupTopics({ topics, themes: themes.slice(0, 1) }, 'theme')[0].label).toBeNull()
  })
})

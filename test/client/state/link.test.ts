import { createSerializer } from 'nuqs'
import { describe, expect, it } from 'vitest'
import { formatPoint, LINK, parseAsDate, parsePoint } from '../../../client/state/link.ts'

describe('the link', () => {
  it('carries selections and leaves out what is as usual', () => {
    const serialize = createSerializer(LINK)
    expect(serialize({ topic: 3, colour: 'topic', q: '' })).toBe('?topic=3')
    expect(serialize({ query: ['loss functions', 'a|b'] })).toBe('?query=loss+functions&query=a|b')
  })

  it('keeps a bar inside a query when it names a point', () => {
    const at = formatPoint('query:a|b', '2024-W47')
    expect(parsePoint(at)).toEqual({ line: 'query:a|b', period: '2024-W47' })
  })

  it.each([null, '', '|2024', 'topic-1|', 'topic-1'])('names no point: %s', (at) => {
    expect(parsePoint(at)).toBeNull()
  })

  it('takes dates only', () => {
    expect(parseAsDate.parse('2024-11')).toBe('2024-11')
    expect(parseAsDate.parse('yesterday')).toBeNull()
  })

  it('takes only settings that exist', () => {
    expect(LINK.colour.parse('year')).toBe('year')
    expect(LINK.colour.parse('smell')).toBeNull()
  })
})

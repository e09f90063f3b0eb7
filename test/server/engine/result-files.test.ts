import { describe, expect, it } from 'vitest'
import { mapColumns } from '../../../server/engine/map-columns.ts'
import { assignmentLines, topicLines, trendLines } from '../../../server/engine/result-files.ts'
import type { Assignment, Topic } from '../../../shared/topic.ts'
import type { TrendItem } from '../../../shared/trend.ts'
import { NO_DAY, NO_TOPIC } from '../../../shared/map.ts'
import { paperWith } from './papers.ts'

function topic(id: number, label: string, more: Partial<Topic> = {}): Topic {
  return {
    id,
    label,
    terms: ['a', 'b, c'],
    papers: 2,
    share: 0.5,
    themeId: 1,
    themeLabel: 'all',
    stability: null,
    cohesion: 0.5,
    verdict: 'not enough data',
    uncertain: 0,
    representative: [],
    nearest: [],
    x: 0,
    y: 0,
    ...more,
  }
}

const assignment: Assignment = {
  paperId: '=1+1',
  topicId: 2,
  score: 1 / 3,
  runnerUpTopicId: null,
  runnerUpScore: null,
  uncertain: true,
  x: -0.0000001,
  y: 1e-9,
  reasons: [],
}

describe('the CSV files of a result', () => {
  it('escape text, round numbers and leave nothing for null', () => {
    expect([...assignmentLines([assignment], [topic(2, 'say "it"')])]).toEqual([
      'paper_id,topic_id,topic_label,score,runner_up_topic_id,uncertain,x,y\n',
      `'=1+1,2,"say ""it""",0.333333,,true,0,0\n`,
    ])
  })

  it('refuse an assignment to a topic that is not there', () => {
    expect(() => [...assignmentLines([assignment], [])]).toThrow('unknown topic: 2')
  })

  it('list topics by id, terms in one cell', () => {
    expect([...topicLines([topic(2, 'two', { stability: 0.5 }), topic(1, 'one')])].join('')).toBe(
      'topic_id,label,terms,papers,theme,stability,verdict\n' +
        '1,one,"a; b, c",2,all,,not enough data\n' +
        '2,two,"a; b, c",2,all,0.5,not enough data\n',
    )
  })

  it('keep themes out of the trends and empty shares empty', () => {
    const item: TrendItem = {
      kind: 'topic',
      id: 1,
      label: 'one',
      verdict: 'steady',
      from: '2020',
      peak: '2021',
      size: 0,
      qValue: 1,
      bursts: [],
      papers: 1,
      points: [
        { period: '2020', papers: 0, total: 0, share: null, low: null, high: null, complete: true },
        { period: '2021', papers: 1, total: 4, share: 0.25, low: 0.01, high: 0.7, complete: false },
      ],
    }
    expect([...trendLines([{ ...item, kind: 'theme', label: 'theme' }, item])].join('')).toBe(
      'topic_id,topic_label,period,papers,total,share,low,high,complete\n' +
        '1,one,2020,0,0,,,,true\n' +
        '1,one,2021,1,4,0.25,0.01,0.7,false\n',
    )
  })
})

describe('the columns of the map', () => {
  it('say "none" by their own values', () => {
    const map = mapColumns([paperWith({ id: '=1+1' })], [assignment])
    expect([map.day[0], map.topic[0], map.runnerUp[0], map.flags[0]]).toEqual([NO_DAY, 2, NO_TOPIC, 1])
  })

  it('hold the first day that a date may mean', () => {
    const papers = [paperWith({ id: 'a', date: '1970-02', datePrecision: 'month' })]
    expect(mapColumns(papers, [assignment]).day[0]).toBe(31)
  })
})

import type { Theme, Topic } from '../../../../shared/topic.ts'

/** A topic with only what a test cares about set. */
export function topic(id: number, change: Partial<Topic> = {}): Topic {
  return {
    id,
    label: `topic ${id}`,
    terms: [`topic ${id}`, 'second', 'third'],
    papers: 10,
    share: 0.1,
    themeId: 1,
    themeLabel: 'theme 1',
    stability: 1,
    cohesion: 0.5,
    verdict: 'steady',
    uncertain: 0,
    representative: [],
    nearest: [],
    x: 0,
    y: 0,
    ...change,
  }
}

export function theme(id: number, topics: number[], papers: number): Theme {
  return { id, label: `theme ${id}`, topics, papers, x: 0, y: 0 }
}

import { describe, expect, it } from 'vitest'
import type { EngineProgress } from '../../../server/engine/engine.ts'
import { overallProgress, StageClock } from '../../../server/engine/local/stage-clock.ts'

describe('StageClock', () => {
  it('never lets progress fall and ends near 1', () => {
    const seen: EngineProgress[] = []
    const clock = new StageClock('read', (step) => seen.push(step), 0)
    clock.at('topics', 0.9)
    clock.at('topics', 0.2)
    clock.at('vectors', 0)
    clock.at('write', 7)
    const shares = seen.map(({ progress }) => progress)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    expect(overallProgress('read', 0)).toBe(0)
  })

  it('reports at most once in its time, but every stage', () => {
    let now = 0
    const seen: EngineProgress[] = []
    const clock = new StageClock(
      'read',
      (step) => seen.push(step),
      100,
      () => now,
    )
    for (let i = 0; i < 50; i++) {
      now += 10
      clock.at('tokens', i / 50)
    }
    expect(seen.length).toBe(6)
  })

  it('sums the wall-clock seconds of each stage', () => {
    let now = 0
    const clock = new StageClock(
      'read',
      () => {},
      100,
      () => now,
    )
    now = 1500
    clock.at('tokens', 0)
    now = 4000
    expect(clock.end()).toEqual({ read: 1.5, tokens: 2.5 })
  })
})

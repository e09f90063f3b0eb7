import { describe, expect, it } from 'vitest'
import { countTests } from './count-tests.mjs'

const file = (name: string, status: string, tests: string[], message?: string) => ({
  name,
  status,
  ...(message === undefined ? {} : { message }),
  assertionResults: tests.map((state, i) => ({ status: state, fullName: `${name} ${i}` })),
})

describe('counting tests', () => {
  it('counts each test once and names what was left out', () => {
    const testResults = [
      file('a', 'passed', ['passed', 'passed', 'skipped']),
      file('b', 'failed', ['failed', 'passed']),
    ]
    expect(countTests({ testResults })).toEqual({ passed: 3, failed: 1, notRun: ['a 2'], crashed: [] })
  })

  it('counts a file that could not load, or whose hooks failed, as one failure', () => {
    const testResults = [file('c', 'failed', [], 'no such module'), file('d', 'failed', ['passed'], 'afterAll failed')]
    const counted = countTests({ testResults })
    expect(counted).toMatchObject({ passed: 1, failed: 2 })
    expect(counted.crashed).toEqual(['c: no such module', 'd: afterAll failed'])
  })
})

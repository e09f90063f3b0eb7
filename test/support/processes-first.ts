import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Where tests start browsers, servers and commands, which take far longer than what runs in the worker itself. */
const SLOW = [
  'test/browser/',
  'test/determinism',
  'test/flow/',
  'test/server/cli/',
  'test/contract',
  'test/server/engine/',
]

/** Begins with the files that take longest, so that the quick ones fill what is left and no worker ends long after the others. */
export class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = SLOW.findIndex((path) => moduleId.includes(`/${path}`))
      return place < 0 ? SLOW.length : place
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

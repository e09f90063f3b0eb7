import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Where tests start servers and commands, which take far longer than what runs in the worker itself; a browser takes longest. */
const BROWSER = 'test/browser/'
const PROCESSES = ['test/determinism', 'test/flow/', 'test/server/cli/', 'test/contract', 'test/server/engine/']

/**
 * Begins with the files that take longest, so that the quick ones fill what is left and no worker ends long after the others. Browsers
 * take turns with the other processes: several at once would leave each too little to answer in time.
 */
export class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isIn = (places: readonly string[]) => (file: TestSpecification) =>
      places.some((place) => file.moduleId.includes(`/${place}`))
    const browsers = sorted.filter(isIn([BROWSER]))
    const others = PROCESSES.flatMap((place) => sorted.filter(isIn([place])))
    const turns = Array.from({ length: Math.max(browsers.length, others.length) }, (_, i) =>
      [browsers[i], others[i]].filter((file) => file !== undefined),
    ).flat()
    return [...turns, ...sorted.filter((file) => !turns.includes(file))]
  }
}

import { defineConfig } from 'vitest/config'
import { ProcessesFirst } from './support/processes-first.ts'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    // What a page or a server shows takes its time on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    // Much of the time goes into waiting for other processes, so one more than the two cores we count on.
    maxWorkers: 3,
    // Modules are loaded once a worker, not once a file: most files are done in less time than their imports take.
    isolate: false,
    // What is built is run as it is.
    server: { deps: { external: [/\/dist\/server\//] } },
    sequence: { sequencer: ProcessesFirst },
  },
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findFaults } from './boundaries/find-faults.ts'
import { filesBelow, projectRoot } from './support/project.ts'

const isSource = (path: string) => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts')

describe('the import rule', () => {
  it('holds in every file of shared, server and client', () => {
    const files = ['shared', 'server', 'client'].flatMap(filesBelow)
    const sources = new Map(
      files.filter(isSource).map((path) => [path, readFileSync(join(projectRoot, path), 'utf8')] as const),
    )
    expect(sources.size).toBeGreaterThan(10)
    expect(findFaults(sources, new Set(files))).toEqual([])
  })

  it('lets a good tree pass', () => {
    expect(
      faultsIn({
        'shared/paper.ts': `import { z } from 'zod'; export const a = z`,
        'server/import/read-file.ts': `import { a } from '../../shared/paper.ts'; export const b = a`,
        'server/cli/check.ts': `import { b } from '../import/read-file.ts'; export const date = new Date(b)`,
        'server/api/app.ts': `export type App = number`,
        'client/api/client.ts': `import type { App } from '../../server/api/app.ts'; export const get = () => fetch('/') as App`,
        'client/ui/Box.tsx': `import classes from './box.module.css'; export const Box = () => <p className={classes.box}>fetch</p>`,
        'server/analysis/text/stem.ts': `import p from 'natural/lib/natural/stemmers/porter_stemmer.js'; export const stem = { Date: p }`,
      }),
    ).toEqual([])
  })

  const sharedFile = { 'shared/paper.ts': '' }
  it.each<[string, Record<string, string>, string]>([
    [
      'shared imports the server',
      { 'shared/a.ts': `import '../server/config.ts'`, 'server/config.ts': '' },
      'may not import',
    ],
    [
      'client imports the server',
      { 'client/views/V.tsx': `import '../../server/store/s.ts'`, 'server/store/s.ts': '' },
      'may not import',
    ],
    [
      'client takes a value of the API',
      { 'client/api/c.ts': `import { App } from '../../server/api/app.ts'`, 'server/api/app.ts': '' },
      'only types',
    ],
    [
      'a view takes the type of the API',
      { 'client/views/c.ts': `import type { App } from '../../server/api/app.ts'`, 'server/api/app.ts': '' },
      'may not import',
    ],
    [
      'the engine imports the store',
      { 'server/engine/e.ts': `import '../store/s.ts'`, 'server/store/s.ts': '' },
      'may not import',
    ],
    [
      'analysis imports the engine',
      { 'server/analysis/text/a.ts': `export * from '../../engine/e.ts'`, 'server/engine/e.ts': '' },
      'may not import',
    ],
    [
      'the store imports the import',
      { 'server/store/s.ts': `const x = await import('../import/i.ts')`, 'server/import/i.ts': '' },
      'may not import',
    ],
    [
      'a worker is named by URL',
      { 'server/report/r.ts': `new URL('../engine/w.js', import.meta.url)`, 'server/engine/w.ts': '' },
      'may not import',
    ],
    [
      'charts know a view',
      { 'shared/charts/C.tsx': `import type { V } from '../../client/views/V.tsx'`, 'client/views/V.tsx': '' },
      'may not import',
    ],
    ['ui knows the state', { 'client/ui/U.tsx': `import '../state/s.ts'`, 'client/state/s.ts': '' }, 'may not import'],
    [
      'a stage imports a later one',
      { 'server/analysis/text/t.ts': `import '../topics/k.ts'`, 'server/analysis/topics/k.ts': '' },
      'later',
    ],
    [
      'a cycle',
      { 'server/cli/a.ts': `import './b.ts'`, 'server/cli/b.ts': `import type { A } from './a.ts'` },
      'cycle: server/cli/a.ts → server/cli/b.ts → server/cli/a.ts',
    ],
    ['an import without extension', { 'shared/a.ts': `import './paper'`, ...sharedFile }, 'missing file'],
    ['DuckDB outside the store', { 'server/api/a.ts': `import d from '@duckdb/node-api'` }, 'not for server/api'],
    ['all of natural', { 'server/analysis/text/a.ts': `import natural from 'natural'` }, 'not for'],
    [
      'natural without extension',
      { 'server/analysis/text/a.ts': `import p from 'natural/lib/natural/stemmers/porter_stemmer'` },
      'one file',
    ],
    [
      'files in the analysis',
      { 'server/analysis/text/a.ts': `import { readFileSync } from 'node:fs'` },
      'may not import node:fs',
    ],
    [
      'files in the import',
      { 'server/import/a.ts': `import { readFileSync } from 'node:fs'` },
      'may not import node:fs',
    ],
    ['a clock in the analysis', { 'server/analysis/map/a.ts': `export const now = () => Date.now()` }, 'uses Date'],
    ['a clock in shared', { 'shared/a.ts': `export const now = performance.now()` }, 'uses performance'],
    ['chance in the analysis', { 'server/analysis/map/a.ts': `export const x = Math.random()` }, 'uses Math.random'],
    [
      'fetch in a view',
      { 'client/views/V.tsx': `export const V = () => <a onClick={() => void fetch('/')} />` },
      'uses fetch',
    ],
    ['fetch in disguise', { 'client/hooks/h.ts': `export const h = globalThis.fetch` }, 'uses fetch'],
    ['a file in no room', { 'server/misc/m.ts': '' }, 'belongs to no room'],
  ])('finds: %s', (_name, tree, fault) => {
    expect(faultsIn(tree).join('\n')).toContain(fault)
  })
})

function faultsIn(tree: Record<string, string>): string[] {
  return findFaults(new Map(Object.entries(tree)), new Set(['client/ui/box.module.css']))
}

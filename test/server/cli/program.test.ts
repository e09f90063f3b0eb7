import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Backend } from '../../../server/cli/backend/backend.ts'
import type { CliContext } from '../../../server/cli/context.ts'
import { createProgram, runCommandLine } from '../../../server/cli/program.ts'
import type { Settings } from '../../../server/config.ts'
import { ANALYSIS_OPTIONS } from '../../../shared/analysis.ts'

const collection = {
  id: 'c1',
  name: 'Old',
  papers: 1,
  from: '2024',
  to: '2024',
  createdAt: '2024-01-01T00:00:00Z',
  updatedAt: '2024-01-01T00:00:00Z',
  analysis: { id: 'a1', createdAt: '2024-01-01T00:00:00Z', topics: 1, stale: true },
  jobId: null,
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemap-program-'))
  writeFileSync(join(folder, 'papers.csv'), 'title\nA title\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  code: number
  stdout: string
  stderr: string
  /** Calls of the API: `GET /api/collections?limit=500`, with the body behind it. */
  calls: string[]
  settings: Settings | undefined
}

/** Runs one command line in this process over an API that answers from a table. */
async function run(
  words: string[],
  given: Partial<CliContext> & { answers?: Record<string, unknown> } = {},
): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const ran: Ran = { code: -1, stdout: '', stderr: '', calls: [], settings: undefined }
  const answers: Record<string, unknown> = {
    'GET /api/collections': { items: [collection], total: 1, nextCursor: null },
    ...given.answers,
  }
  const backend: Backend = {
    async fetch(path, { method = 'GET', body } = {}) {
      ran.calls.push([method, path, ...(typeof body === 'string' ? [body] : [])].join(' '))
      const answer = answers[`${method} ${path.split('?')[0]}`]
      if (answer === undefined) {
        return Response.json(
          { error: { code: 'conflict', message: 'name is taken: x', hint: 'choose' } },
          { status: 409 },
        )
      }
      return answer === null ? new Response(null, { status: 204 }) : Response.json(answer)
    },
    async close() {
      ran.calls.push('close')
    },
  }
  ran.code = await runCommandLine(words, {
    version: '1.2.3',
    env: {},
    cwd: folder,
    stdin: Readable.from([]),
    stdout,
    stderr,
    interactive: false,
    signal: new AbortController().signal,
    async openBackend(settings) {
      ran.settings = settings
      return backend
    },
    createEngine: () => ({ run: () => Promise.reject(new Error('no engine')), index: async () => {} }),
    serve: async (settings, onListening) => {
      ran.settings = settings
      onListening('http://127.0.0.1:1')
    },
    ...given,
  })
  ran.stdout = String(stdout.read() ?? '')
  ran.stderr = String(stderr.read() ?? '')
  return ran
}

describe('the command line', () => {
  it('gives every subcommand --help and --json', async () => {
    const program = createProgram({
      version: '0',
      env: {},
      stdout: new PassThrough(),
      stderr: new PassThrough(),
    } as never)
    for (const { name, options } of program.commands.map((command) => ({
      name: command.name(),
      options: command.options,
    }))) {
      expect(
        options.map(({ long }) => long),
        name,
      ).toContain('--json')
      const { code, stdout, stderr } = await run([name, '--help'])
      expect([code, stderr], name).toEqual([0, ''])
      expect(stdout, name).toMatch(new RegExp(`^Usage: tidemap ${name} `))
    }
  })

  it('shows the options of an analysis as they are declared', async () => {
    const help = (await run(['analyze', '--help'])).stdout.replaceAll(/\s+/g, ' ')
    for (const { help: words } of Object.values(ANALYSIS_OPTIONS)) expect(help).toContain(words)
  })

  it.each([
    [[], 'Usage'],
    [['nonsense'], "unknown command 'nonsense'\nhint: tidemap --help"],
    [['chek', 'papers.csv'], 'hint: Did you mean check? tidemap --help'],
    [['check'], "missing required argument 'files'"],
    [['check', 'papers.csv', '--no-such'], "unknown option '--no-such'"],
    [['check', 'papers.csv', '--encoding', 'ebcdic'], 'Allowed choices are'],
    [['check', 'papers.csv', '--as-of', '2024-02-30'], 'a day such as'],
    [['run', 'papers.csv'], "required option '--out <dir>'"],
    [['run', 'papers.csv', '--out', 'out', '--topics', '0'], 'from 1 to 500'],
    [['run', 'papers.csv', '--out', 'out', '--topics', 'many'], 'auto, fewer, more or a whole number'],
    [['run', 'papers.csv', '--out', 'out', '--seed', '-1'], 'a whole number from 0'],
    [['run', 'papers.csv', '--out', 'out', '--threads', '0'], 'from 1 on'],
    [['trend', 'Old'], "required option '--query <words>'"],
    [['trend', 'Old', '--query', 'x', '--fields', 'venue'], 'title,abstract'],
    [['trend', 'one', 'two', '--query', 'x'], 'neither a file nor one collection: one two'],
    [['report', 'Old', '-o', 'report.docx'], 'unknown kind of report'],
    [['report', 'Old', '-o', '-', '--json'], 'two results on one output'],
    [['serve', '--port', '70000'], 'unfit port: 70000'],
    [['serve', '--host', '0.0.0.0'], 'without a token'],
  ])('%j is wrong usage', async (words, message) => {
    const { code, stdout, stderr } = await run(words)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })

  it('prints its version', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: '1.2.3\n' })
  })
})

describe('commands on what is stored', () => {
  it('take the data folder from the flag, else from the environment, against the folder of the caller', async () => {
    expect((await run(['collections', '--data', 'here'])).settings?.dataDir).toBe(join(folder, 'here'))
    const { settings } = await run(['collections'], { env: { TIDEMAP_DATA: '/there' } })
    expect(settings?.dataDir).toBe('/there')
  })

  it('list collections', async () => {
    const { stdout } = await run(['collections'])
    expect(stdout).toBe(
      'collection  papers  from  to    topics\nOld              1  2024  2024  1, papers came since\n',
    )
  })

  it('pass an error of the API on, and close what they opened', async () => {
    const { code, stdout, stderr, calls } = await run(['rename', 'Old', 'x'])
    expect([code, stdout, stderr]).toEqual([1, '', 'tidemap: name is taken: x\nhint: choose\n'])
    expect(calls.slice(1)).toEqual(['PATCH /api/collections/c1 {"name":"x"}', 'close'])
  })

  it('ask before they delete, on a terminal', async () => {
    const answers = { 'DELETE /api/collections/c1': null }
    const asked = (line: string) => run(['delete', 'Old'], { interactive: true, stdin: Readable.from([line]), answers })
    expect((await asked('n\n')).stdout).toBe('nothing deleted\n')
    expect((await asked('yes\n')).stdout).toBe('deleted Old (1 paper)\n')
    expect((await run(['delete', 'c1'], { answers })).stdout).toBe('deleted Old (1 paper)\n')
  })

  it('repeat a query parameter for each query', async () => {
    const { calls } = await run(['trend', 'Old', '--query', 'a b', '--query', 'c', '--fields', 'abstract,title'])
    expect(calls[1]).toBe('GET /api/collections/c1/trends?bin=auto&fields=title%2Cabstract&query=a+b&query=c')
  })

  it('leave the fields to the server unless they are typed, and pass on sets and smoothing', async () => {
    const words = ['trend', 'Old', '--query', 'a', '--within', 'venue:X', '--within', 'org:Y', '--smooth', '2']
    const { calls } = await run(words)
    expect(calls[1]).toBe('GET /api/collections/c1/trends?bin=auto&smooth=2&within=venue%3AX&within=org%3AY&query=a')
    expect((await run(['trend', 'Old', '--query', 'a', '--smooth', '99'])).code).toBe(2)
  })

  it('ask for as many phrases as are wanted', async () => {
    expect((await run(['trends', 'Old'])).calls[1]).toBe('GET /api/analyses/a1/trends?phrases=0')
    expect((await run(['trends', 'Old', '--phrases', '7'])).calls[1]).toBe('GET /api/analyses/a1/trends?phrases=7')
    expect((await run(['drift', 'Old', '3'])).calls[1]).toBe('GET /api/analyses/a1/topics/3/drift')
  })

  it('search between periods, and refuse what is none', async () => {
    const { calls } = await run(['search', 'Old', 'loss', '--from', '2024-Q4', '--to', '2024-W52'])
    expect(calls[1]).toMatch(/^GET \/api\/collections\/c1\/papers\?.*&from=2024-Q4&to=2024-W52/)
    const refused = await run(['search', 'Old', 'loss', '--from', '2024-Q5'])
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('It must be a period such as 2024, ')])
  })

  it('divide a topic over venues or organisations', async () => {
    expect((await run(['cross', 'Old'])).calls[1]).toBe('GET /api/analyses/a1/cross?by=venue&bin=auto&limit=20')
    const words = ['cross', 'Old', '--by', 'organisation', '--topic', '2', '--bin', 'year', '--limit', '900']
    const { calls } = await run(words)
    expect(calls[1]).toBe('GET /api/analyses/a1/cross?by=organisation&bin=year&topic=2&limit=100')
    expect((await run(['cross', 'Old', '--topic', 'fish'])).code).toBe(2)
    expect((await run(['drift', 'Old'])).code).toBe(2)
  })

  it('save a report whole, by the ending of its file', async () => {
    const answers = { 'GET /api/analyses/a1/report': { whole: true } }
    const { code, calls } = await run(['report', 'Old', '-o', 'out.json'], { answers })
    expect([code, calls[1]]).toEqual([0, 'GET /api/analyses/a1/report?format=json'])
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('{"whole":true}')
  })

  it('undo the collection that they made for a file that was refused', async () => {
    const answers = {
      'GET /api/collections': { items: [], total: 0, nextCursor: null },
      'POST /api/collections': { ...collection, analysis: null },
      'DELETE /api/collections/c1': null,
    }
    const { code, stderr, calls } = await run(['import', 'papers.csv', '--collection', 'Old'], { answers })
    expect([code, stderr]).toEqual([1, 'tidemap: papers.csv: name is taken: x\nhint: choose\n'])
    expect(calls.at(-2)).toBe('DELETE /api/collections/c1')
  })
})

describe('serve', () => {
  it('says where it listens', async () => {
    const { code, stdout, settings } = await run([
      'serve',
      '--port',
      '0',
      '--allowed-hosts',
      'a.example',
      '--data',
      'd',
    ])
    expect(settings).toMatchObject({ port: 0, host: '127.0.0.1', allowedHosts: ['a.example'] })
    expect([code, stdout]).toEqual([0, `Tidemap listens at http://127.0.0.1:1 (data in ${join(folder, 'd')})\n`])
    expect(JSON.parse((await run(['serve', '--json'])).stdout)).toMatchObject({ address: 'http://127.0.0.1:1' })
  })
})

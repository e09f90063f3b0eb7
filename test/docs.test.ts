import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ANALYSIS_OPTIONS } from '../shared/analysis.ts'
import {
  apiSection,
  commandSection,
  readHelp,
  replaceSection,
  settingsSection,
  type ApiDocument,
  type Subcommand,
} from './docs/sections.ts'
import { projectRoot } from './support/project.ts'
import { startServer } from './support/server.ts'
import { tempFolder } from './support/temp-folder.ts'

const PAGES = [
  'README.md',
  'client/README.md',
  'server/README.md',
  'shared/README.md',
  'test/README.md',
  'test/quality/README.md',
  'test/bench/README.md',
]
const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')

let help: { main: string; subcommands: Subcommand[] }
beforeAll(async () => {
  help = await readHelp()
}, 60_000)

describe('the pages', () => {
  it.each(PAGES)('%s: links and pictures lead to files that exist', (page) => {
    const targets = [...read(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1])
    const missing = targets.filter(
      (target) => !/^https?:/.test(target) && !existsSync(join(projectRoot, dirname(page), target)),
    )
    expect(missing).toEqual([])
  })

  it.each(PAGES)('%s: every npm script in it exists', (page) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...read(page).matchAll(/npm (?:run (?:--silent )?)?([a-z]+)/g)].map((match) => match[1])
    expect(named.filter((name) => !(name in scripts) && name !== 'ci')).toEqual([])
  })

  it.each(PAGES)('%s: every subcommand and flag in it exists', (page) => {
    const known = new Map(help.subcommands.map((subcommand) => [subcommand.name, subcommand.help]))
    const wrong: string[] = []
    // What stands in code: after `tidemap` (or npm's way to it) a subcommand, then its flags up to the end of the line.
    for (const match of code(read(page)).matchAll(/\btidemap (?:-- )?([a-z]+)([^\n`#]*)/g)) {
      const [, name, rest] = match
      const text = known.get(name)
      if (text === undefined) wrong.push(`tidemap ${name}`)
      else {
        for (const [flag] of rest.matchAll(/(?<=\s)--?[a-z][a-z-]*/g)) {
          if (!text.includes(flag)) wrong.push(`tidemap ${name} ${flag}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('README.md shows every subcommand', () => {
    const page = code(read('README.md'))
    expect(
      help.subcommands.map(({ name }) => name).filter((name) => !new RegExp(`tidemap (-- )?${name}\\b`).test(page)),
    ).toEqual([])
  })
})

describe('the command', () => {
  it('has every subcommand of the contract, each with --help and, but for serve, --json', () => {
    const names = help.subcommands.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining('serve import check analyze run trend trends report collections rename delete'.split(' ')),
    )
    for (const { name, help: text } of help.subcommands) {
      if (name !== 'serve') expect(text, name).toContain('--json')
    }
  })

  it('shows every option of an analysis as it is declared', () => {
    for (const { name, help: text } of help.subcommands.filter((one) => one.name === 'analyze' || one.name === 'run')) {
      const flat = text.replace(/\s+/g, ' ')
      for (const [option, { help: words }] of Object.entries(ANALYSIS_OPTIONS)) {
        expect(flat, name).toContain(`--${option}`)
        expect(flat, name).toContain(words)
      }
    }
  })
})

describe('server/README.md', () => {
  it('holds the generated parts as they are now', { timeout: 60_000 }, async () => {
    const server = await startServer(tempFolder())
    let document: ApiDocument
    try {
      document = (await (await fetch(`${server.address}/api/openapi.json`)).json()) as ApiDocument
    } finally {
      await server.stop()
    }
    const written = read('server/README.md')
    const sections = { command: commandSection(help), settings: settingsSection(), api: apiSection(document) }
    const wanted = Object.entries(sections).reduce((page, [name, text]) => replaceSection(page, name, text), written)
    if (process.env.UPDATE_DOCS) writeFileSync(join(projectRoot, 'server/README.md'), wanted)
    else expect(written, 'stale: UPDATE_DOCS=1 npm test -- test/docs writes it anew').toBe(wanted)
  })

  it('names every path of the contract', () => {
    const page = read('server/README.md')
    const missing = CONTRACT_CALLS.filter((call) => !page.includes(`\`${call}\``))
    expect(missing).toEqual([])
  })
})

const CONTRACT_CALLS = [
  'GET /healthz',
  'GET /api/openapi.json',
  'GET /api/docs',
  'GET /api/collections',
  'POST /api/collections',
  'GET /api/collections/{id}',
  'PATCH /api/collections/{id}',
  'DELETE /api/collections/{id}',
  'POST /api/collections/{id}/imports',
  'GET /api/collections/{id}/papers',
  'GET /api/collections/{id}/trends',
  'GET /api/collections/{id}/analyses',
  'POST /api/collections/{id}/analyses',
  'GET /api/analyses/{id}',
  'GET /api/analyses/{id}/topics',
  'GET /api/analyses/{id}/topics/{topicId}',
  'GET /api/analyses/{id}/map',
  'GET /api/analyses/{id}/trends',
  'GET /api/analyses/{id}/papers/{paperId}',
  'GET /api/analyses/{id}/contrast',
  'GET /api/analyses/{id}/report',
  'GET /api/jobs/{id}',
  'DELETE /api/jobs/{id}',
  'GET /api/jobs/{id}/events',
]

/** The code of a page: fenced blocks and inline spans, a line each. */
function code(page: string): string {
  const fenced = [...page.matchAll(/^```[a-z]*\n([^]*?)^```/gm)].map((match) => match[1])
  const inline = [...page.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1])
  return [...fenced, ...inline].join('\n')
}

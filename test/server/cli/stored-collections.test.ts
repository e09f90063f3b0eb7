import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleFile, tidemapHere, tidemapJson } from '../../support/command.ts'
import { makeFolder } from '../../support/temp-folder.ts'

/** The commands on what is stored, with no server: each step stands on those before. */
describe('stored collections, without a server', { timeout: 180_000 }, () => {
  const folder = makeFolder()
  const data = join(folder.path, 'data')
  const stored = (...words: string[]) => tidemapHere([...words, '--data', data])
  const storedJson = <T>(...words: string[]) => tidemapJson<T>([...words, '--data', data], {}, tidemapHere)
  const readJson = <T>(...words: string[]) => tidemapJson<T>(words, {}, tidemapHere)
  const names = async () => {
    const { items } = await storedJson<{ items: { name: string }[] }>('collections')
    return items.map(({ name }) => name)
  }

  beforeAll(() => writeFileSync(join(folder.path, 'no-title.csv'), 'colour,size\nred,1\n'))
  afterAll(folder.remove)

  it('imports a file into a new collection', async () => {
    const receipt = await storedJson<{ papers: number; files: unknown[] }>(
      'import',
      sampleFile,
      '--collection',
      'Reading list',
    )
    expect(receipt).toMatchObject({ records: 39, papers: 39, duplicates: 0, files: [{ papers: 39 }] })
    expect(await names()).toEqual(['Reading list'])
  })

  it('adds nothing the second time, and says so', async () => {
    const { code, stdout } = await stored('import', sampleFile, '--collection', 'Reading list')
    expect(code).toBe(0)
    expect(stdout).toContain('39 records: 0 papers, 0 rejected, 39 duplicates')
    expect(stdout).toContain('Reading list now holds 39 papers\n')
  })

  it('leaves no empty collection behind a file that is refused', async () => {
    const file = join(folder.path, 'no-title.csv')
    const refused = await stored('import', file, '--collection', 'New')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/^tidemap: \S+no-title\.csv:\d+: .*title.*\nhint: /)
    expect(await names()).toEqual(['Reading list'])
  })

  it('says what to do before there is an analysis', async () => {
    const refused = await stored('trends', 'Reading list')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toBe("tidemap: no analysis yet: Reading list\nhint: tidemap analyze 'Reading list'\n")
  })

  it('analyses, follows trends and writes reports', async () => {
    const summary = await storedJson<{ topics: unknown[] }>('analyze', 'Reading list', '--topics', '5', '--seed', '3')
    expect(summary).toMatchObject({ papers: 39, seed: 3, options: { topics: 5, seed: 3 } })

    const trend = await storedJson<{ series: { query: string; points: unknown[] }[] }>(
      'trend',
      'Reading list',
      '--query',
      'loss functions',
      '--bin',
      'year',
      '--fields',
      'title',
    )
    expect(trend).toMatchObject({ bin: 'year', fields: ['title'], series: [{ query: 'loss functions' }] })

    const trends = await storedJson<{ items: { kind: string }[] }>('trends', 'Reading list')
    expect(trends.items.filter(({ kind }) => kind === 'topic')).toHaveLength(summary.topics.length)

    const file = join(folder.path, 'report.md')
    const report = await stored('report', 'Reading list', '-o', file)
    expect(report).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(file, 'utf8')).toContain('Z-loss')
    const printed = await stored('report', 'Reading list', '--format', 'bib', '-o', '-')
    expect(printed.stdout).toMatch(/^@/m)
  })

  it('ignores words and folds synonyms: what it keeps, unless a file is given for once', async () => {
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder.path, name), text)
      return join(folder.path, name)
    }
    const kept = await stored(
      'vocabulary',
      'Reading list',
      '--synonyms',
      file('syn.txt', 'language model = LLM = LM\n'),
    )
    expect(kept).toMatchObject({ code: 0, stdout: '# synonyms\nlanguage model = LLM = LM\n' })
    const words = file('words.txt', '# said of everything\nloss, training\n')
    const vocabulary = { stopWords: ['loss', 'training'], synonyms: [['language model', 'LLM', 'LM']] }
    const once = await storedJson<{ topics: { terms: string[] }[]; options: object }>(
      'analyze',
      'Reading list',
      '--topics',
      '4',
      '--stop-words',
      words,
    )
    expect(once.options).toEqual({ topics: 4, seed: 1, vocabulary })
    expect(once.topics.flatMap(({ terms }) => terms).join(' ')).not.toMatch(/\b(loss|training|LMs?|LLMs?)\b/i)
    expect(await storedJson('vocabulary', 'Reading list')).toEqual({ ...vocabulary, stopWords: [] })

    const wrong = file('wrong.txt', 'good\n\nfar too long a phrase\nx=y\n')
    expect(await stored('vocabulary', 'Reading list', '--stop-words', wrong)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `tidemap: ${wrong}:3: more than 4 words: “far too long a phrase”\nhint: and 1 more: line 4\n`,
    })
    expect((await stored('analyze', 'Reading list', '--synonyms', join(folder.path, 'none'))).stderr).toMatch(
      /^tidemap: no such file or folder: .*none\n/,
    )
    const none = await stored('vocabulary', 'Reading list', '--synonyms', file('empty.txt', ''))
    expect(none.stdout).toBe('nothing is ignored, and nothing means the same\n')
  })

  it('follows a topic and divides it, in what is stored and in files alike', async () => {
    const cross = ['--by', 'organisation', '--bin', 'year', '--limit', '3']
    const kept = await storedJson<{ groups: { label: string }[] }>('cross', 'Reading list', ...cross)
    expect(kept.groups).toHaveLength(2)
    expect(await readJson('cross', sampleFile, ...cross)).toEqual(kept)
    const words = [sampleFile, '--topics', '4', '--seed', '1']
    const ofTopic = await readJson<{ totals: number[] }>('cross', ...words, '--topic', '1', '--bin', 'year')
    const drift = await readJson<{ topicId: number; totals: number[] }>('drift', ...words.slice(1), sampleFile, '1')
    expect(drift.topicId).toBe(1)
    expect(drift.totals.reduce((a, b) => a + b)).toBe(ofTopic.totals.reduce((a, b) => a + b))
    const unknown = await tidemapHere(['drift', ...words.slice(1), sampleFile, '9'])
    expect(unknown).toMatchObject({
      code: 1,
      stderr: 'tidemap: no drift of topic: 9\nhint: topics are numbered from 1 to 4\n',
    })
  })

  it('searches what is stored and what is in files alike', async () => {
    type Found = { total: number; items: { id: string; score: number; assignment: unknown }[] }
    const kept = await storedJson<Found>('search', 'Reading list', 'loss functions year:2016..', '--limit', '5')
    const read = await readJson<Found>('search', sampleFile, 'loss functions year:2016..', '--limit', '5')
    expect(kept.items).toHaveLength(5)
    expect(kept.items.map(({ id, score }) => [id, score])).toEqual(read.items.map(({ id, score }) => [id, score]))
    expect([kept.total, kept.items[0].assignment !== null]).toEqual([read.total, true])
    const newest = await storedJson<Found>('search', 'Reading list', 'topic:1', '--sort', 'newest', '--limit', '500')
    expect(newest.items).toHaveLength(newest.total)
    expect((await stored('search', 'Reading list', 'colour:red')).stderr).toMatch(
      /^tidemap: unknown field: colour\nhint: /,
    )
    expect(await tidemapHere(['search', sampleFile])).toMatchObject({ code: 2 })
  })

  it('tells why a paper is where it is, and what sets two sets apart', async () => {
    const { items } = await storedJson<{ items: { id: string }[] }>('search', 'Reading list', 'Z-loss', '--limit', '1')
    const one = await storedJson<Record<string, unknown>>('paper', 'Reading list', items[0].id)
    expect(one).toMatchObject({
      paper: { id: items[0].id },
      topic: { label: expect.any(String) },
      uncertain: expect.any(Boolean),
    })
    expect((one['similar'] as { id: string }[]).map(({ id }) => id)).not.toContain(items[0].id)
    expect((await stored('paper', 'Reading list', items[0].id)).stdout).toMatch(/^topic +\d/m)
    expect(await stored('paper', 'Reading list', 'none')).toMatchObject({
      code: 1,
      stderr: 'tidemap: unknown paper: none\n',
    })

    const words = ['contrast', 'Reading list', '--a', 'query:loss', '--limit', '3']
    const contrast = await storedJson<{ a: { papers: number; terms: unknown[] }; b: { papers: number } }>(...words)
    expect(contrast.a.papers + contrast.b.papers).toBe(39)
    expect(contrast.a.terms).toHaveLength(3)
    expect((await stored(...words)).stdout).toMatch(/^more in B /m)
    expect((await stored('contrast', 'Reading list', '--a', 'moon:1')).stderr).toMatch(
      /^tidemap: unknown set of papers: moon:1\n/,
    )
  })

  it('renames and deletes', async () => {
    expect((await stored('rename', 'Reading list', 'Old')).stdout).toBe('Reading list is now Old\n')
    expect(await stored('delete', 'Reading list')).toMatchObject({ code: 1 })
    expect((await stored('delete', 'Old')).stdout).toBe('deleted Old (39 papers)\n')
    expect(await names()).toEqual([])
    expect(existsSync(join(data, 'lock.json'))).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { defaultDataDir, hostNames, isLoopback, readSettings, readVersion, SETTINGS } from '../../server/config.ts'

describe('readSettings', () => {
  it('has a default for everything', () => {
    expect(readSettings({})).toMatchObject({
      host: '127.0.0.1',
      port: 4680,
      token: null,
      allowedHosts: [],
      bodyLimitMb: 200,
    })
    expect(readSettings({}).memoryMb).toBeGreaterThanOrEqual(512)
  })

  it('takes flags before variables, and an empty variable for none', () => {
    const env = { TIDEMAP_PORT: '1', TIDEMAP_HOST: '', TIDEMAP_ALLOWED_HOSTS: 'A.example, b.example,' }
    expect(readSettings(env, { port: '2' })).toMatchObject({
      port: 2,
      host: '127.0.0.1',
      allowedHosts: ['a.example', 'b.example'],
    })
  })

  it.each([
    [{ TIDEMAP_PORT: '70000' }, 'unfit TIDEMAP_PORT: 70000'],
    [{ TIDEMAP_MEMORY: 'lots' }, 'unfit TIDEMAP_MEMORY: lots'],
  ])('refuses %j', (env, message) => {
    expect(() => readSettings(env)).toThrow(message)
  })

  it('never repeats a token', () => {
    expect(() => readSettings({ TIDEMAP_TOKEN: 'secret' })).toThrow(/^unfit TIDEMAP_TOKEN: shorter than 8 characters/)
  })

  it('says what every setting is', () => {
    for (const { env, help, fallback } of Object.values(SETTINGS)) {
      expect(env).toMatch(/^TIDEMAP_[A-Z_]+$/)
      expect(help.length * fallback.length).toBeGreaterThan(0)
    }
  })
})

describe('defaultDataDir', () => {
  it('is where the platform wants it', () => {
    expect(defaultDataDir({}, 'linux', '/home/ada')).toBe('/home/ada/.local/share/tidemap')
    expect(defaultDataDir({ XDG_DATA_HOME: '/data' }, 'linux', '/home/ada')).toBe('/data/tidemap')
    expect(defaultDataDir({ XDG_DATA_HOME: 'data' }, 'linux', '/home/ada')).toBe('/home/ada/.local/share/tidemap')
    expect(defaultDataDir({}, 'darwin', '/Users/ada')).toBe('/Users/ada/Library/Application Support/Tidemap')
    expect(defaultDataDir({ LOCALAPPDATA: String.raw`C:\L` }, 'win32', 'C:')).toBe(String.raw`C:\L\Tidemap`)
  })
})

describe('isLoopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['127.evil.example', false],
    ['192.168.1.2', false],
  ])('%s: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected)
  })
})

it('knows under which name an address is reached', () => {
  expect(['0.0.0.0', '::', '[::]', 'fe80::1', '192.168.1.2', 'Papers.example'].map(hostNames)).toEqual([
    [],
    [],
    [],
    ['[fe80::1]'],
    ['192.168.1.2'],
    ['papers.example'],
  ])
})

it('knows its own version', () => {
  expect(readVersion()).toMatch(/^\d+\.\d+\.\d+/)
})

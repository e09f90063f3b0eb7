import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { fileName } from '../../../client/ui/download.ts'
import { formatDuration } from '../../../client/ui/format-duration.ts'
import { resolveVariables } from '../../../client/ui/save-svg.ts'
import { isWebAddress } from '../../../client/ui/web-address.ts'

describe('isWebAddress', () => {
  it.each(['https://arxiv.org/abs/2404.01234', 'http://example.org'])('takes %s', (url) => {
    expect(isWebAddress(url)).toBe(true)
  })
  it.each(['javascript:alert(1)', 'data:text/html,x', ' java\nscript:x', 'file:///etc/passwd', 'no address', ''])(
    'refuses %s',
    (url) => {
      expect(isWebAddress(url)).toBe(false)
    },
  )
})

describe('fileName', () => {
  it('holds nothing that a file system minds', () => {
    expect(fileName('../../Ünïcode: "Papers"?', 'csv')).toBe('u-ni-code-papers.csv')
    expect(fileName('論文', 'png')).toBe('tidemap.png')
  })
})

describe('formatDuration', () => {
  it.each([
    [0, 'a moment'],
    [12.4, '12 seconds'],
    [58, 'about a minute'],
    [400, '7 minutes'],
  ])('%d s is %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text)
  })
})

describe('resolveVariables', () => {
  it('leaves a drawing that stands alone', () => {
    const source = '<path stroke="var(--line)" fill="var(--none, #fff)" style="color: var(--gone)"/>'
    const resolved = resolveVariables(source, (name) => (name === '--line' ? '#123456' : ''))
    expect(resolved).toBe('<path stroke="#123456" fill="#fff" style="color: currentColor"/>')
  })
})

describe('boot.js', () => {
  interface Policy {
    createHTML(text: string): string
    createScript(text: string): string
    createScriptURL(url: string): string
  }
  function boot(stored: string | null, systemDark: boolean) {
    let policy: Policy | undefined
    const set: Record<string, string> = {}
    const location = { origin: 'http://127.0.0.1', href: 'http://127.0.0.1/' }
    const context = createContext({
      window: { trustedTypes: { createPolicy: (_: string, made: Policy) => void (policy = made) } },
      document: { documentElement: { setAttribute: (name: string, value: string) => void (set[name] = value) } },
      localStorage: { getItem: () => stored },
      matchMedia: () => ({ matches: systemDark }),
      location,
      URL,
      TypeError,
    })
    runInContext(readFileSync(new URL('../../../client/public/boot.js', import.meta.url), 'utf8'), context)
    return { policy: policy!, scheme: set['data-mantine-color-scheme'] }
  }
  it('refuses markup and script made of strings', () => {
    const { policy } = boot(null, false)
    expect(policy.createHTML(':root { --a: 1 }')).toBe(':root { --a: 1 }')
    expect(() => policy.createHTML('<img src=x onerror=alert(1)>')).toThrow('refused')
    expect(() => policy.createScript('alert(1)')).toThrow('refused')
    expect(() => policy.createScriptURL('https://elsewhere.example/x.js')).toThrow('refused')
    expect(policy.createScriptURL('/assets/x.js')).toBe('/assets/x.js')
  })
  it('paints in the chosen colours from the start', () => {
    expect(boot('dark', false).scheme).toBe('dark')
    expect(boot('light', true).scheme).toBe('light')
    expect(boot(null, true).scheme).toBe('dark')
    expect(boot('auto', false).scheme).toBe('light')
  })
})

import { readFileSync } from 'node:fs'
import { availableParallelism, homedir, totalmem } from 'node:os'
import { posix, win32 } from 'node:path'
import { z } from 'zod'
import { TidemapError } from '../shared/error.ts'

const Port = z.coerce.number().int().min(0).max(65535)
const Count = z.coerce.number().int().min(1)

/** Every setting, declared once: its environment variable, what it means and what it may be. Flags go before variables. */
export const SETTINGS = {
  dataDir: {
    env: 'TIDEMAP_DATA',
    help: 'folder that keeps the collections',
    schema: z.string().min(1),
    fallback: "the platform's folder for user data",
  },
  host: {
    env: 'TIDEMAP_HOST',
    help: 'address to listen on; any but a loopback one needs a token',
    schema: z.string().min(1),
    fallback: '127.0.0.1',
  },
  port: { env: 'TIDEMAP_PORT', help: 'port to listen on; 0 takes a free one', schema: Port, fallback: '4680' },
  token: {
    env: 'TIDEMAP_TOKEN',
    help: 'secret that requests from elsewhere must carry (Authorization: Bearer …)',
    schema: z.string().regex(/^\S{8,}$/),
    fallback: 'none',
  },
  allowedHosts: {
    env: 'TIDEMAP_ALLOWED_HOSTS',
    help: 'names besides the loopback ones under which a browser may reach the server, with commas between',
    schema: z.string().transform((names) => names.split(',').flatMap((name) => name.trim().toLowerCase() || [])),
    fallback: 'none',
  },
  bodyLimitMb: {
    env: 'TIDEMAP_BODY_LIMIT',
    help: 'largest upload that the server takes, megabytes',
    schema: Count,
    fallback: '200',
  },
  memoryMb: {
    env: 'TIDEMAP_MEMORY',
    help: 'most memory of an analysis, megabytes; what would not fit is refused with the figures',
    schema: z.coerce.number().int().min(64),
    fallback: "three quarters of the machine's memory",
  },
  threads: {
    env: 'TIDEMAP_THREADS',
    help: 'most threads of an analysis; the result never depends on it',
    schema: Count,
    fallback: 'one a processor',
  },
} as const

export type SettingName = keyof typeof SETTINGS

export interface Settings {
  dataDir: string
  host: string
  port: number
  token: string | null
  allowedHosts: string[]
  bodyLimitMb: number
  memoryMb: number
  threads: number
}

/** Variables of an environment by name. */
export type Environment = Record<string, string | undefined>

/**
 * Settings from flags (as typed), else environment variables, else defaults.
 * Throws `bad-request` that names the flag's or the variable's value.
 */
export function readSettings(env: Environment, flags: Partial<Record<SettingName, string>> = {}): Settings {
  const read = <N extends SettingName>(name: N): z.infer<(typeof SETTINGS)[N]['schema']> | undefined => {
    const { env: variable, schema, help } = SETTINGS[name]
    // An empty variable is as good as none.
    const text = flags[name] ?? (env[variable] || undefined)
    if (text === undefined) return undefined
    const parsed = schema.safeParse(text)
    if (parsed.success) return parsed.data as z.infer<(typeof SETTINGS)[N]['schema']>
    const source = flags[name] === undefined ? variable : name
    throw new TidemapError(
      'bad-request',
      `unfit ${source}: ${name === 'token' ? 'shorter than 8 characters, or with spaces' : text}`,
      { hint: help },
    )
  }
  return {
    dataDir: read('dataDir') ?? defaultDataDir(env),
    host: read('host') ?? '127.0.0.1',
    port: read('port') ?? 4680,
    token: read('token') ?? null,
    allowedHosts: read('allowedHosts') ?? [],
    bodyLimitMb: read('bodyLimitMb') ?? 200,
    memoryMb: read('memoryMb') ?? defaultMemoryMb(),
    threads: read('threads') ?? availableParallelism(),
  }
}

/** Where the platform wants a person's data: XDG, Library or AppData. */
export function defaultDataDir(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  if (platform === 'win32') return win32.join(env['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'), 'Tidemap')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Tidemap')
  // The XDG specification has relative paths ignored.
  const xdg = env['XDG_DATA_HOME']
  return posix.join(xdg?.startsWith('/') === true ? xdg : posix.join(home, '.local', 'share'), 'tidemap')
}

function defaultMemoryMb(): number {
  // Under a container's limit the machine's own memory says nothing.
  const limit = process.constrainedMemory()
  const bytes = limit > 0 && limit < totalmem() ? limit : totalmem()
  return Math.max(512, Math.floor((bytes / 2 ** 20) * 0.75))
}

/** Whether only this machine can reach an address to listen on. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** The name under which a browser reaches an address to listen on, as a Host header has it; none for "all addresses". */
export function hostNames(host: string): string[] {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase()
  if (name === '0.0.0.0' || name === '::') return []
  return [name.includes(':') ? `[${name}]` : name]
}

/** Version of Tidemap, from its package.json, beside the sources as beside the build. */
export function readVersion(): string {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as Record<
        string,
        string
      >
      if (name === 'tidemap') return version
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    if (folder.pathname === '/' || folder.href === new URL('..', folder).href)
      throw new Error('package.json is missing')
  }
}

import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { TidemapError } from '../../shared/error.ts'

/** Who may speak to the API. */
export interface Access {
  /** Host names beside the loopback ones, without port: `tidemap.example.org`. */
  allowedHosts: readonly string[]
  /** What `Authorization: Bearer` must carry. */
  token: string
  /** Whether reading needs the token too; always so on an address that others can reach. */
  tokenForAll: boolean
}

export const TOKEN_COOKIE = 'tidemap_token'
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * The first middleware: refuses foreign hosts (DNS rebinding), then what other sites send in a person's name.
 * The Host header and the URL are both looked at, since a request line with a whole URL makes them differ.
 */
export function guard(access: Access): MiddlewareHandler {
  const hosts = new Set([...LOOPBACK, ...access.allowedHosts.map((host) => host.toLowerCase())])
  return async (c, next) => {
    const url = new URL(c.req.url)
    const host = c.req.header('host')
    if (!hosts.has(url.hostname)) throw foreignHost(url.hostname)
    if (host !== undefined && !hosts.has(hostName(host))) throw foreignHost(host)
    const isTrusted = bearerOf(c, access.token)
    if (!SAFE_METHODS.has(c.req.method) && !isTrusted) refuseForeignSite(c, host ?? url.host)
    if (access.tokenForAll && !isTrusted && url.pathname.startsWith('/api/')) {
      const cookie = getCookie(c, TOKEN_COOKIE)
      if (cookie === undefined || !isSame(cookie, access.token)) throw missingToken()
    }
    await next()
  }
}

/** Whether a text is the token; takes the same time whatever it is. */
export function isSame(text: string, token: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(text), digest(token))
}

/** True with the right bearer token, false without one; throws `unauthorized` for a wrong one. */
function bearerOf(c: Context, token: string): boolean {
  const header = c.req.header('authorization')
  if (header === undefined) return false
  const given = /^Bearer\s+(\S+)$/i.exec(header)?.[1]
  if (given === undefined || !isSame(given, token)) throw missingToken()
  return true
}

/** Lets pass what the browser says comes from our own pages, and nothing else. */
function refuseForeignSite(c: Context, host: string): void {
  const site = c.req.header('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return
  const origin = c.req.header('origin')
  // Older browsers send no Sec-Fetch-Site, but they do send the Origin.
  if (site === undefined && (origin === `http://${host}` || origin === `https://${host}`)) return
  throw new TidemapError('forbidden', `request from another site: ${origin ?? site ?? 'unknown'}`, {
    hint: 'scripts send `Authorization: Bearer` with the token of lock.json in the data folder',
  })
}

/** Name of a Host header without its port, lower case; the empty string for what is no host. */
function hostName(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
}

function foreignHost(name: string): TidemapError {
  return new TidemapError('forbidden', `unknown host: ${name}`, {
    hint: 'start with --allowed-hosts to serve under another name',
  })
}

function missingToken(): TidemapError {
  return new TidemapError('unauthorized', 'token is missing or wrong', {
    hint: 'open the address that the server printed, or send `Authorization: Bearer` with its token',
  })
}

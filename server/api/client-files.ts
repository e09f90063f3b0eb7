import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { TidemapError } from '../../shared/error.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
/** Vite puts a hash into the name of what it writes here, so it never changes. */
const HASHED = `assets${sep}`

/** A file of the built dashboard; any other path without an ending is the dashboard itself, which reads the URL. */
export async function clientFile(c: Context, folder: string): Promise<Response> {
  const path = wantedPath(c.req.path)
  const found = path === null ? null : await fileAt(folder, path)
  if (found !== null)
    return fileAnswer(c, found, path!.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (path === null || extname(path) !== '') throw new TidemapError('not-found', `unknown file: ${c.req.path}`)
  return c.html(await indexPage(folder), 200, { 'cache-control': 'no-cache' })
}

interface FoundFile {
  path: string
  bytes: number
}

/** The path inside the folder that a URL names, or null for one that leads out of it. */
function wantedPath(urlPath: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  const path = normalize(decoded).replace(/^[/\\]+/, '')
  return decoded.includes('\0') || path.split(/[/\\]/).includes('..') ? null : path
}

async function fileAt(folder: string, path: string): Promise<FoundFile | null> {
  const full = join(folder, path)
  const found = await stat(full).catch(() => null)
  return found?.isFile() ? { path: full, bytes: found.size } : null
}

function fileAnswer(c: Context, { path, bytes }: FoundFile, caching: string): Response {
  // A stream that no one reads would keep the file open.
  const body = c.req.method === 'HEAD' ? null : (Readable.toWeb(createReadStream(path)) as ReadableStream)
  return new Response(body, {
    headers: {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-length': String(bytes),
      'cache-control': caching,
    },
  })
}

async function indexPage(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8')
  } catch (cause) {
    throw new TidemapError('not-found', 'dashboard is not built', { hint: 'run npm run build', cause })
  }
}

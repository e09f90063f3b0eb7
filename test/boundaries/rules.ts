/**
 * Who may import whom, as data. A room is a folder (or a file) of the tree; the longest match names a file's room.
 * Every room may import itself. A file that falls in no room fails the test: put it in one, or add the room here.
 */
export const ROOMS: Record<string, readonly string[]> = {
  shared: [],
  'shared/charts': ['shared'],

  'server/main.ts': ['server/tidemap.ts', 'server/cli'],
  'server/tidemap.ts': [
    'server/config.ts',
    'server/cli',
    'server/api',
    'server/jobs',
    'server/engine',
    'server/store',
    'shared',
  ],
  'server/config.ts': ['shared'],
  'server/cli': [
    'server/config.ts',
    'server/api',
    'server/jobs',
    'server/engine',
    'server/analysis',
    'server/store',
    'server/import',
    'server/sources',
    'server/report',
    'shared',
  ],
  'server/api': [
    'server/config.ts',
    'server/jobs',
    'server/engine',
    'server/analysis',
    'server/store',
    'server/report',
    'shared',
  ],
  'server/jobs': ['server/engine', 'server/analysis', 'server/store', 'server/import', 'server/sources', 'shared'],
  'server/engine': ['server/analysis', 'shared'],
  'server/analysis': ['shared'],
  'server/import': ['shared'],
  'server/sources': ['shared', 'server/import'],
  'server/store': ['shared'],
  'server/report': ['shared', 'shared/charts'],

  'client/main.tsx': ['client/App.tsx', 'client/api', 'client/state', 'client/ui', 'shared'],
  'client/App.tsx': [
    'client/views',
    'client/hooks',
    'client/api',
    'client/state',
    'client/ui',
    'shared',
    'shared/charts',
  ],
  'client/views': ['client/hooks', 'client/api', 'client/state', 'client/ui', 'shared', 'shared/charts'],
  'client/hooks': ['client/api', 'client/state', 'shared', 'shared/charts'],
  'client/state': ['shared'],
  'client/api': ['shared'],
  'client/ui': ['shared', 'shared/charts'],
  'client/vite.config.ts': [],
}

/** The one crossing between client and server: a type, which leaves nothing in the built client. */
export const TYPE_CROSSING = { from: 'client/api', to: 'server/api/app.ts' }

/**
 * The stages of an analysis in their order: one may import those before it, never those after it. Kernels may name the
 * types of the stages that they serve.
 */
export const STAGES = [
  'math',
  'tasks',
  'text',
  'matrix',
  'kernels',
  'vectors',
  'search',
  'topics',
  'map',
  'labels',
  'trends',
  'topic-model.ts',
  'paper-reasons.ts',
  'assignment-list.ts',
  'records.ts',
  'analyze.ts',
  'all-tasks.ts',
] as const

/** Packages that belong to few rooms; a name that ends in a slash stands for all below it. */
export const PACKAGE_HOMES: Record<string, readonly string[]> = {
  '@duckdb/': ['server/store'],
  commander: ['server/cli'],
  hono: ['server/api', 'client/api'],
  'hono/': ['server/api', 'client/api'],
  '@hono/': ['server/api', 'server/cli'],
  natural: [],
  'natural/': ['server/analysis'],
  'ml-kmeans': ['server/analysis'],
  'hyparquet-writer': ['server/engine'],
  react: ['shared/charts', 'server/report', 'server/api/docs', 'client'],
  'react/': ['shared/charts', 'server/report', 'server/api/docs', 'client'],
  'react-dom/': ['server/report', 'server/api/docs', 'client'],
  '@mantine/': ['client'],
  '@tanstack/': ['client'],
  zustand: ['client'],
}

/** The only packages that these rooms may import; `node:` modules count as packages. */
export const PACKAGES_ALLOWED: Record<string, readonly string[]> = {
  shared: ['zod'],
  'shared/charts': ['react', 'react/', 'd3', 'd3-'],
  'server/analysis': ['natural/', 'ml-kmeans'],
}

/** Packages and Node modules that these rooms may not import. */
export const PACKAGES_BANNED: Record<string, readonly string[]> = {
  'server/import': ['node:fs', 'node:net', 'node:http', 'node:https', 'node:child_process'],
  'server/report': ['node:fs', 'node:net', 'node:http', 'node:https', 'node:child_process'],
  client: ['node:'],
}

/** Names that these rooms may not use, with why. A dot names a member. */
export const NAMES_BANNED: Record<string, Record<string, string>> = {
  shared: { ...clock(), ...chance(), ...node(), ...network() },
  'server/analysis': { ...clock(), ...chance(), ...node(), ...network(), ...timers() },
  'server/import': { ...clock(), ...chance(), ...network() },
  // It may take its turns by the clock; what it writes may not depend on it.
  'server/report': { Date: clock().Date, ...chance(), ...network() },
  client: { 'Math.random': 'the same link shows the same screen' },
  'client/views': network(),
  'client/hooks': network(),
  'client/state': network(),
  'client/ui': network(),
  'client/App.tsx': network(),
}

function clock() {
  const why = 'the result may not depend on the clock or the time zone'
  return { Date: why, performance: why }
}

function chance() {
  return { 'Math.random': 'the same seed gives the same result', crypto: 'the same seed gives the same result' }
}

function node() {
  return { process: 'runs in the browser too', Buffer: 'runs in the browser too', require: 'runs in the browser too' }
}

function network() {
  const why = 'only client/api and the outer rooms of the server talk to a network'
  return { fetch: why, XMLHttpRequest: why, EventSource: why, WebSocket: why }
}

function timers() {
  return { setTimeout: 'an analysis is synchronous', setInterval: 'an analysis is synchronous' }
}

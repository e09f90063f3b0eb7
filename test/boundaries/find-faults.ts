import { posix } from 'node:path'
import { readSource, type SourceFacts } from './read-source.ts'
import {
  NAMES_BANNED,
  PACKAGE_HOMES,
  PACKAGES_ALLOWED,
  PACKAGES_BANNED,
  ROOMS,
  STAGES,
  TYPE_CROSSING,
} from './rules.ts'

/** AssemblyScript names modules without their extension. */
const ASSEMBLY = /^server\/(?:analysis\/kernels|import\/batches)\/assembly\//

/**
 * Reads every source (path from the project's top → text) and says, one sentence each, what breaks the import rule.
 * `others` are files that exist and are no sources, such as style sheets. Empty: all is well.
 */
export function findFaults(sources: ReadonlyMap<string, string>, others: ReadonlySet<string> = new Set()): string[] {
  const faults: string[] = []
  const edges = new Map<string, string[]>()
  for (const [path, source] of sources) {
    const facts = readSource(path, source)
    const room = roomOf(path)
    if (room === null) faults.push(`${path}: belongs to no room`)
    else faults.push(...nameFaults(path, facts))
    const targets: string[] = []
    for (const { specifier, typeOnly } of facts.imports) {
      if (!specifier.startsWith('.')) {
        faults.push(...packageFaults(path, specifier))
        continue
      }
      const extension = ASSEMBLY.test(path) ? '.ts' : ''
      const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')) + extension
      if (!sources.has(target) && !others.has(target)) faults.push(`${path}: imports a missing file: ${specifier}`)
      else if (sources.has(target)) {
        targets.push(target)
        faults.push(...directionFaults(path, target, typeOnly))
      }
    }
    edges.set(path, targets)
  }
  return [...faults, ...findCycles(edges).map((cycle) => `cycle: ${cycle.join(' → ')}`)]
}

/** The longest room that holds the path; null for none. */
function roomOf(path: string): string | null {
  const rooms = Object.keys(ROOMS).filter((room) => isIn(path, room))
  return rooms.sort((a, b) => b.length - a.length)[0] ?? null
}

function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`)
}

function directionFaults(path: string, target: string, typeOnly: boolean): string[] {
  const [from, to] = [roomOf(path), roomOf(target)]
  if (from === null || to === null) return []
  if (from === to) return from === 'server/analysis' ? stageFaults(path, target, typeOnly) : []
  if (ROOMS[from].includes(to)) return []
  if (from === TYPE_CROSSING.from && target === TYPE_CROSSING.to) {
    return typeOnly ? [] : [`${path}: may import only types of ${target}`]
  }
  return [`${path}: ${from} may not import ${to} (${target})`]
}

function stageFaults(path: string, target: string, typeOnly: boolean): string[] {
  const [from, to] = [path, target].map((file) => file.split('/')[2])
  const order: readonly string[] = STAGES
  const unknown = [from, to].filter((stage) => !order.includes(stage))
  if (unknown.length > 0) return unknown.map((stage) => `${path}: unknown stage of the analysis: ${stage}`)
  if (from === 'kernels' && typeOnly) return []
  return order.indexOf(to) > order.indexOf(from) ? [`${path}: stage ${from} may not import the later ${to}`] : []
}

function packageFaults(path: string, specifier: string): string[] {
  const faults: string[] = []
  const names = (list: readonly string[]) => list.some((name) => matches(specifier, name))
  for (const [name, homes] of Object.entries(PACKAGE_HOMES)) {
    if (matches(specifier, name) && !homes.some((home) => isIn(path, home))) {
      faults.push(`${path}: ${specifier} is not for ${roomOf(path)}`)
    }
  }
  const room = roomOf(path)
  const allowed = room === null ? undefined : PACKAGES_ALLOWED[room]
  if (allowed && !names(allowed)) faults.push(`${path}: ${room} may not import ${specifier}`)
  for (const [place, banned] of Object.entries(PACKAGES_BANNED)) {
    if (isIn(path, place) && path !== 'client/vite.config.ts' && names(banned)) {
      faults.push(`${path}: ${place} may not import ${specifier}`)
    }
  }
  // natural's index loads five database drivers and prints to stdout: only single files, by their full name.
  if (specifier.startsWith('natural/') && !specifier.endsWith('.js')) {
    faults.push(`${path}: import one file of natural, with its extension: ${specifier}`)
  }
  return faults
}

function matches(specifier: string, name: string): boolean {
  return /[/:-]$/.test(name) ? specifier.startsWith(name) : specifier === name
}

function nameFaults(path: string, { names }: SourceFacts): string[] {
  const faults: string[] = []
  for (const [place, banned] of Object.entries(NAMES_BANNED)) {
    if (!isIn(path, place)) continue
    for (const [name, why] of Object.entries(banned)) {
      if (names.has(name)) faults.push(`${path}: uses ${name}: ${why}`)
    }
  }
  return faults
}

/** Every cycle that a depth-first walk meets, each as the files in it, the first one again at the end. */
function findCycles(edges: ReadonlyMap<string, string[]>): string[][] {
  const cycles: string[][] = []
  const done = new Set<string>()
  const trail: string[] = []
  const walk = (path: string): void => {
    const start = trail.indexOf(path)
    if (start >= 0) cycles.push([...trail.slice(start), path])
    if (start >= 0 || done.has(path)) return
    trail.push(path)
    for (const next of edges.get(path) ?? []) walk(next)
    trail.pop()
    done.add(path)
  }
  for (const path of edges.keys()) walk(path)
  return cycles
}

import { SETTINGS } from '../../server/config.ts'
import { tidemapHere } from '../support/command.ts'

/** A subcommand as `--help` names it. */
export interface Subcommand {
  name: string
  help: string
}

/** The command's own help, and that of every subcommand, as users see them. */
export async function readHelp(): Promise<{ main: string; subcommands: Subcommand[] }> {
  const main = await help([])
  const list = /^Commands:\n((?: {2}.*\n)+)/m.exec(main)?.[1] ?? ''
  const names = [...list.matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1]).filter((name) => name !== 'help')
  const subcommands = []
  for (const name of names) subcommands.push({ name, help: await help([name]) })
  return { main, subcommands }
}

async function help(words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await tidemapHere([...words, '--help'])
  if (code !== 0) throw new Error(`tidemap ${words.join(' ')} --help ended with ${code}: ${stderr}`)
  return stdout
}

export function commandSection({ main, subcommands }: { main: string; subcommands: Subcommand[] }): string {
  const block = (text: string) => `\`\`\`text\n${text.trim().replace(/[ \t]+$/gm, '')}\n\`\`\``
  return [block(main), ...subcommands.map(({ name, help: text }) => `### tidemap ${name}\n\n${block(text)}`)].join(
    '\n\n',
  )
}

export function settingsSection(): string {
  const rows = Object.values(SETTINGS).map(({ env, help: text, fallback }) => [`\`${env}\``, text, fallback])
  return table(['variable', 'what', 'default'], rows)
}

/** The part of an OpenAPI document that is read. */
export interface ApiDocument {
  paths: Record<string, Record<string, { summary?: string; parameters?: { name: string; in: string }[] }>>
}

export function apiSection({ paths }: ApiDocument): string {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, parameters = [] }]) => {
      const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => `\`${name}\``)
      return [`\`${method.toUpperCase()} ${path}\``, summary ?? '', names.join(' ')]
    }),
  )
  return table(['call', 'what', 'query'], rows)
}

/** A table as Prettier would write it, so that formatting leaves it alone. */
function table(header: readonly string[], rows: readonly string[][]): string {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')))
  const widths = header.map((name, i) => Math.max(3, name.length, ...escaped.map((row) => row[i].length)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...escaped.map(line)].join('\n')
}

/** The page with the text between `<!-- begin: name -->` and its end replaced; throws where the markers are missing. */
export function replaceSection(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- begin: ${name} -->`, `<!-- end: ${name} -->`]
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`page without the section: ${name}`)
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`
}

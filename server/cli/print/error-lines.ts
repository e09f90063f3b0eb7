import { TidemapError } from '../../../shared/error.ts'
import { plain } from './words.ts'

/** An error that a file of the person's caused. */
export class FileError extends Error {
  readonly file: string
  override readonly cause: unknown

  constructor(file: string, cause: unknown) {
    super(`error in ${file}`, { cause })
    this.file = file
    this.cause = cause
  }
}

/** A use of the command that its help does not allow: exit code 2. */
export class UsageError extends Error {
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

/** What a person reads of an error: `tidemap: papers.csv:12: unknown date: 2024-13`, then a hint where there is one. */
export function errorLines(error: unknown): string {
  if (error instanceof FileError) return lines(error.cause, `${plain(error.file)}:`)
  return lines(error, '')
}

function lines(error: unknown, file: string): string {
  const { message, hint, line } = read(error)
  const place = line === undefined ? file : file === '' ? `line ${line}:` : `${file}${line}:`
  const head = ['tidemap:', place, plain(message)].filter((part) => part !== '').join(' ')
  return hint === undefined ? `${head}\n` : `${head}\nhint: ${plain(hint)}\n`
}

function read(error: unknown): { message: string; hint?: string | undefined; line?: number | undefined } {
  if (error instanceof TidemapError || error instanceof UsageError) return error
  const { code, path, message } = error as NodeJS.ErrnoException
  const system = code === undefined ? undefined : SYSTEM_ERRORS[code]
  if (system) return { message: `${system.message}${path === undefined ? '' : `: ${path}`}`, hint: system.hint }
  return {
    message: message ?? String(error),
    hint: 'this is a fault of Tidemap; run it with TIDEMAP_DEBUG=1 to see where',
  }
}

const SYSTEM_ERRORS: Record<string, { message: string; hint: string }> = {
  ENOENT: { message: 'no such file or folder', hint: 'check the name' },
  EACCES: { message: 'not permitted', hint: 'check who owns it and its permissions' },
  EPERM: { message: 'not permitted', hint: 'check who owns it and its permissions' },
  EISDIR: { message: 'a folder, not a file', hint: 'name a file' },
  ENOTDIR: { message: 'a part of the path is no folder', hint: 'check the name' },
  EROFS: { message: 'file system is read-only', hint: 'choose another place' },
  ENOSPC: { message: 'disk full', hint: 'free some space and try again' },
  EDQUOT: { message: 'disk quota used up', hint: 'free some space and try again' },
  EFBIG: { message: 'file too large for its disk or for ulimit -f', hint: 'choose another place, or raise the limit' },
  EMFILE: { message: 'too many open files', hint: 'close some programs, or raise ulimit -n' },
}

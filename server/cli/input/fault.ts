import { type ErrorCode, TidemapError } from '../../../shared/error.ts'
import { FileError } from '../print/error-lines.ts'

/** An error as plain data: all that a command says of it, so that another process can say the same. */
export interface Fault {
  /** The file that caused it; null where none did. */
  file: string | null
  message: string
  stack: string | undefined
  /** Of an error of ours. */
  ours: { code: ErrorCode; hint: string | undefined; line: number | undefined } | null
  /** Of an error of the system, such as ENOSPC, and the path that it is about. */
  code: string | undefined
  path: string | undefined
}

export function faultOf(error: unknown): Fault {
  if (error instanceof FileError) return { ...faultOf(error.cause), file: error.file }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  if (error instanceof TidemapError) {
    const { code, hint, line } = error
    return { file: null, message, stack, ours: { code, hint, line }, code: undefined, path: undefined }
  }
  const { code, path } = error as NodeJS.ErrnoException
  return { file: null, message, stack, ours: null, code, path }
}

/** The error that a fault was made of, but for its causes. */
export function errorOfFault({ file, message, stack, ours, code, path }: Fault): Error {
  const error =
    ours === null
      ? Object.assign(new Error(message), code === undefined ? {} : { code }, path === undefined ? {} : { path })
      : new TidemapError(ours.code, message, ours)
  if (stack !== undefined) error.stack = stack
  return file === null ? error : new FileError(file, error)
}

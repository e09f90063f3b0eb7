import type { InputFile } from './find-files.ts'

export interface ByteWatcher {
  /** The file is opened: its first byte was asked for. */
  onOpen?: () => void
  onBytes?: (length: number) => void
}

/** The bytes of a file, opened when they are asked for; an abort ends them with its reason. */
export async function* watchBytes(
  file: InputFile,
  signal: AbortSignal,
  { onOpen, onBytes }: ByteWatcher,
): AsyncGenerator<Uint8Array> {
  onOpen?.()
  signal.throwIfAborted()
  const stream = file.open()
  // A standard input that never ends must not hold up an abort.
  const stop = (): void => void stream.destroy(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const chunk of stream) {
      onBytes?.(chunk.length)
      yield chunk
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

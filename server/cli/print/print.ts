import type { Writable } from 'node:stream'

/** Prints a result: as JSON where it was asked for, else as text. Resolves when it is handed on. */
export async function print(
  { stdout }: { stdout: Writable },
  { json }: { json?: boolean },
  result: unknown,
  text: () => string,
): Promise<void> {
  await write(stdout, json === true ? `${JSON.stringify(result, null, 2)}\n` : text())
}

/** Writes and waits until the stream took it. */
export async function write(stream: Writable, data: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => stream.write(data, (error) => (error ? reject(error) : resolve())))
}

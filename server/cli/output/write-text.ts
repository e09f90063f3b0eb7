import { open } from 'node:fs/promises'

/** Characters that are written at once. */
const AT_ONCE = 1 << 20

/** Writes text that can be made again at any time: unlike results it is not forced onto the disk. An abort ends it with its reason. */
export async function writeText(path: string, body: AsyncIterable<string>, signal?: AbortSignal): Promise<void> {
  const file = await open(path, 'w')
  try {
    let text = ''
    for await (const piece of body) {
      signal?.throwIfAborted()
      text += piece
      if (text.length < AT_ONCE) continue
      await file.writeFile(text)
      text = ''
    }
    await file.writeFile(text)
  } finally {
    await file.close()
  }
}

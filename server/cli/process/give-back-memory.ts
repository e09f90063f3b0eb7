import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Has the engine collect what nobody holds any more, and give its pages back. It would do so only when this process needs more memory; it is for
 * moments at which another one does.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  setFlagsFromString('--no-expose-gc')
}

import { addressOf, listen } from './listen.ts'
import { untilAborted } from './until-aborted.ts'

/** Something that answers requests and can be ended. */
export interface Services {
  fetch(request: Request): Response | Promise<Response>
  close(): Promise<void>
}

export interface ServeSpec {
  host: string
  port: number
  signal: AbortSignal
  /** Opens what answers. Called when the port is ours: where it is taken, no data are touched. */
  open: () => Promise<Services>
  /** Called when everything is ready; the address is one that this machine can reach. */
  onReady: (address: string) => void
}

/** Serves until the signal, then ends in order: no new requests, the services, the connections that are left. */
export async function serveApp({ host, port, signal, open, onReady }: ServeSpec): Promise<void> {
  let services: Services | undefined
  const listening = await listen(host, port, (request) => services?.fetch(request) ?? starting())
  try {
    services = await open()
    if (!signal.aborted) onReady(addressOf(host, listening.port))
    await untilAborted(signal)
  } finally {
    await listening.close(async () => services?.close())
  }
}

function starting(): Response {
  return Response.json(
    { error: { code: 'unavailable', message: 'the server is starting' } },
    { status: 503, headers: { 'retry-after': '1' } },
  )
}

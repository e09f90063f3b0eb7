/** Signals that end the command, with the exit code that shells expect for each: 128 + its number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
const IMPATIENT_AFTER_MS = 2000

/** The person or the system ended the command. */
export class Interruption extends Error {
  readonly exitCode: number

  constructor(signal: keyof typeof EXIT_CODES) {
    super(`interrupted: ${signal}`)
    this.exitCode = EXIT_CODES[signal]
  }
}

/** A signal that aborts with an Interruption when the process is asked to end, so that work can clean up. */
export function abortOnSignals(): AbortSignal {
  const abort = new AbortController()
  let askedAt = 0
  for (const signal of Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[]) {
    process.on(signal, () => {
      // One Ctrl-C may arrive twice, from the terminal and from npm; a later one comes from a person who is done waiting.
      if (abort.signal.aborted && Date.now() - askedAt > IMPATIENT_AFTER_MS) process.exit(EXIT_CODES[signal])
      if (!abort.signal.aborted) askedAt = Date.now()
      abort.abort(new Interruption(signal))
    })
  }
  return abort.signal
}

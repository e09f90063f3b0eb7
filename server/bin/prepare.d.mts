/** What `prepare.mjs` offers to the tests; the bootstrap itself is plain JavaScript, which runs before anything is built. */
export declare const root: string
export declare const main: string
export declare function prepare(options?: {
  parts?: ('server' | 'client' | 'quality')[]
  talk?: boolean
}): Promise<void>

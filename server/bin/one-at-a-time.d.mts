/** Runs `work` while no other process runs under the same lock file; others wait their turn. */
export function oneAtATime<T>(lockFile: string, work: () => Promise<T>): Promise<T>

import { DuckDBIntegerVector, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'

/** Values for `$name` in a statement. Nothing that came from outside is ever put into the text of a statement. */
export type Params = Record<string, DuckDBValue>

/** One connection, as the functions of the store see it. */
export class Session {
  readonly #connection: DuckDBConnection

  constructor(connection: DuckDBConnection) {
    this.#connection = connection
  }

  /** Runs a statement and gives all its rows; `T` is what the statement selects. */
  async all<T>(sql: string, params?: Params): Promise<T[]> {
    const reader = await this.#connection.runAndReadAll(sql, params)
    return reader.getRowObjectsJS() as T[]
  }

  /** The first row, if there is one. */
  async first<T>(sql: string, params?: Params): Promise<T | undefined> {
    return (await this.all<T>(sql, params))[0]
  }

  /** Runs a statement that selects one INTEGER column without nulls, and gives its values. */
  async numbers(sql: string, params?: Params): Promise<Int32Array> {
    const result = await this.#connection.stream(sql, params)
    const parts: Int32Array[] = []
    for (
      let chunk = await result.fetchChunk();
      chunk !== null && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    ) {
      const vector = chunk.getColumnVector(0)
      if (!(vector instanceof DuckDBIntegerVector)) throw new Error(`not a column of whole numbers: ${sql}`)
      parts.push(Int32Array.from({ length: chunk.rowCount }, (_, row) => vector.getItem(row)!))
    }
    const all = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const part of parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  }

  /** Runs a statement for what it does. */
  async run(sql: string, params?: Params): Promise<void> {
    await this.#connection.run(sql, params)
  }

  close(): void {
    this.#connection.closeSync()
  }
}

/** A text as an SQL literal: only for our own paths in settings, which take no parameters. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Inside a transaction: the one number that a statement selects as `n`. */
export async function countOf(session: Session, sql: string, params: Params = {}): Promise<number> {
  return (await session.first<{ n: number }>(sql, params))?.n ?? 0
}

import type { RowGroup, SchemaElement } from 'hyparquet'
import { ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { ColumnSource } from 'hyparquet-writer'
import { PieceWriter } from './piece-writer.ts'
import { COMPRESSORS, TABLE_CODEC } from './table-codec.ts'

/** Rows that are held as columns at a time. Eight times as many took 200 MB more, and no less time or room. */
export const GROUP = 1 << 12

/** Texts of which no two are alike: no dictionary is sought. */
export const JSON_COLUMN = { name: 'json', type: 'STRING', encoding: 'PLAIN' } as const

/**
 * A table of the same columns again and again, each time of other rows, at least once: so that not all rows need be held as columns. Columns are required unless they
 * say `nullable`. They are read as a whole, so that nobody asks for their least and greatest values.
 */
export function* tableOf(groups: Iterable<ColumnSource[]>): Generator<Uint8Array> {
  const writer = new PieceWriter()
  let parquet: ParquetWriter | undefined
  for (const columns of groups) {
    parquet = writeGroup(writer, parquet, columns)
    yield* writer.takePieces()
  }
  void parquet?.finish()
  yield* writer.takePieces()
  yield writer.takeRest()
}

/** Some rows of a table, made by themselves: bytes, and where its groups of rows are in them. */
export interface TablePart {
  pieces: Uint8Array[]
  groups: RowGroup[]
  schema: SchemaElement[]
}

/** A part of a table, of columns as `tableOf` takes them; they may have no dictionaries, and no index of their pages, which would stand behind all of the parts. */
export function tablePart(groups: Iterable<ColumnSource[]>): TablePart {
  const writer = new PieceWriter()
  const pieces: Uint8Array[] = []
  let parquet: ParquetWriter | undefined
  for (const columns of groups) {
    parquet = writeGroup(writer, parquet, columns)
    pieces.push(...writer.takePieces())
  }
  pieces.push(writer.takeRest())
  return { pieces, groups: parquet!.row_groups, schema: parquet!.schema }
}

/** The table of all its parts, one at least. Each begins with the four bytes that a file begins with: between others they are nobody's. */
export function* joinParts(parts: readonly TablePart[]): Generator<Uint8Array> {
  const groups: RowGroup[] = []
  let length = 0
  for (const part of parts) {
    for (const group of part.groups) groups.push(movedBy(group, BigInt(length)))
    for (const piece of part.pieces) {
      length += piece.length
      yield piece
    }
  }
  const writer = new PieceWriter()
  writer.offset = length
  const parquet = openTable(writer, parts[0].schema)
  parquet.row_groups = groups
  parquet.num_rows = groups.reduce((sum, group) => sum + group.num_rows, 0n)
  void parquet.finish()
  yield* writer.takePieces()
  yield writer.takeRest()
}

function writeGroup(writer: PieceWriter, parquet: ParquetWriter | undefined, columns: ColumnSource[]): ParquetWriter {
  const columnData = columns.map((column) => ({ nullable: false, ...column }))
  const table = parquet ?? openTable(writer, schemaFromColumnData({ columnData }))
  void table.write({ columnData, rowGroupSize: GROUP })
  return table
}

function openTable(writer: PieceWriter, schema: SchemaElement[]): ParquetWriter {
  return new ParquetWriter({ writer, schema, statistics: false, codec: TABLE_CODEC, compressors: COMPRESSORS })
}

/** A group of rows that begins some bytes later; its columns have no dictionaries. */
function movedBy(group: RowGroup, bytes: bigint): RowGroup {
  const columns = group.columns.map(({ meta_data: meta, ...chunk }) => ({
    ...chunk,
    file_offset: chunk.file_offset + bytes,
    ...(meta && { meta_data: { ...meta, data_page_offset: meta.data_page_offset + bytes } }),
  }))
  return { ...group, columns }
}

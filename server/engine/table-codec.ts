import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/**
 * How the pages of our Parquet tables are packed: by Brotli's quickest level that looks for repetitions. It takes a third of the time of Snappy in JavaScript, and
 * three quarters of its bytes; every reader of Parquet knows it.
 */
export const TABLE_CODEC = 'BROTLI'

/** What `hyparquet-writer` packs pages with. */
export const COMPRESSORS = {
  [TABLE_CODEC]: (page: Uint8Array): Uint8Array =>
    brotliCompressSync(page, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_SIZE_HINT]: page.length },
    }),
}

/** What `hyparquet` reads them with. */
export const DECOMPRESSORS = { [TABLE_CODEC]: (page: Uint8Array): Uint8Array => brotliDecompressSync(page) }

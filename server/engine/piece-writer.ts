import { ByteWriter } from 'hyparquet-writer'

/** Bytes after which those that were written are put aside. */
const PIECE = 1 << 20

/** A writer of Parquet whose bytes can be taken as they come: it holds no more than some pieces, and copies nothing twice as it grows. */
export class PieceWriter extends ByteWriter {
  #pieces: Uint8Array[] = []

  override ensure(size: number): void {
    if (this.index >= PIECE) this.#putAside()
    super.ensure(size)
  }

  /** The pieces since the last time. */
  takePieces(): Uint8Array[] {
    const pieces = this.#pieces
    this.#pieces = []
    return pieces
  }

  /** What is less than a piece, in the end. */
  takeRest(): Uint8Array {
    return new Uint8Array(this.getBuffer())
  }

  #putAside(): void {
    this.#pieces.push(new Uint8Array(this.getBuffer()))
    this.index = 0
  }
}

/** What brings columns to unit length, from the sums of their squares; 0 for a column of zeros. */
export function scalesOf(squares: Float64Array): Float64Array {
  return squares.map((square) => (square === 0 ? 0 : 1 / Math.sqrt(square)))
}

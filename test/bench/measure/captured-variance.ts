/** Part of a matrix's squared entries that its scores on a few directions keep: Σ scores² ÷ Σ values², 0–1. */
export function capturedVariance(scores: ArrayLike<number>, values: ArrayLike<number>): number {
  return squares(scores) / squares(values)
}

function squares(numbers: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] * numbers[i]
  return sum
}

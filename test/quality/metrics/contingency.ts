/**
 * How often each class meets each cluster: rows are the values of `a`, columns those of `b`, both counted from 0.
 * `a` and `b` are as long as each other.
 */
export function contingency(a: Int32Array, b: Int32Array): number[][] {
  const rows = a.reduce((most, value) => Math.max(most, value), -1) + 1
  const columns = b.reduce((most, value) => Math.max(most, value), -1) + 1
  const table = Array.from({ length: rows }, () => new Array<number>(columns).fill(0))
  for (let i = 0; i < a.length; i++) table[a[i]][b[i]]++
  return table
}

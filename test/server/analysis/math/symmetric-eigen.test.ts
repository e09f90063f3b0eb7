import { expect, it } from 'vitest'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { symmetricEigen } from '../../../../server/analysis/math/symmetric-eigen.ts'

it('solves a matrix worked out by hand', () => {
  const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2)
  expect(values[0]).toBeCloseTo(3, 12)
  expect(values[1]).toBeCloseTo(1, 12)
  expect(Math.abs(vectors[0])).toBeCloseTo(Math.SQRT1_2, 12)
})

it('gives A·v = λ·v, largest first', () => {
  const n = 12
  const random = createRandom(5)
  const a = new Float64Array(n * n)
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) a[i * n + j] = a[j * n + i] = random.normal()
  const { values, vectors } = symmetricEigen(a, n)
  for (let k = 0; k < n; k++) {
    if (k > 0) expect(values[k]).toBeLessThanOrEqual(values[k - 1])
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let j = 0; j < n; j++) sum += a[i * n + j] * vectors[j * n + k]
      expect(sum).toBeCloseTo(values[k] * vectors[i * n + k], 9)
    }
  }
})

import { expect, it } from 'vitest'
import { copyCsr, copyFloat32 } from '../../../../server/analysis/kernels/kernels.ts'
import { transpose } from '../../../../server/analysis/matrix/transpose.ts'
import { N, WIDTH, normal, units, sparse } from './kernel-input.ts'
import { twinSuite, startKernels } from './twin-suite.ts'

twinSuite({
  multiply: (kernels) => {
    const matrix = sparse(kernels, 900)
    return [4, 20, 52, WIDTH].map((width) => {
      const out = kernels.float32(N * width)
      kernels.multiply(matrix, normal(kernels, 900 * width, 1), width, out)
      return out
    })
  },
  transpose: (kernels) => {
    const { starts, indices, values } = kernels.transpose(sparse(kernels, 900))
    return [starts, indices, values]
  },
  unitRows: (kernels) => {
    const dense = normal(kernels, N * WIDTH, 1)
    dense.fill(0, WIDTH, 2 * WIDTH)
    kernels.unitRows(dense, N, WIDTH)
    return [dense]
  },
  gram: (kernels) => [kernels.gram(normal(kernels, N * WIDTH, 1), N, WIDTH)],
  rotate: (kernels) => {
    const dense = normal(kernels, N * WIDTH, 1)
    const narrow = kernels.float32(N * 20)
    kernels.rotate(dense, N, WIDTH, normal(kernels, WIDTH * 20, 2), 20, narrow)
    kernels.rotate(dense, N, WIDTH, normal(kernels, WIDTH * WIDTH, 3), WIDTH, dense)
    const upper = normal(kernels, WIDTH * WIDTH, 4).map((value, at) =>
      at % WIDTH < Math.floor(at / WIDTH) ? 0 : value,
    )
    const turned = kernels.float32(N * WIDTH)
    kernels.rotate(dense, N, WIDTH, copyFloat32(kernels, upper), WIDTH, turned, true)
    return [narrow, dense, turned]
  },
  columnSums: (kernels) => {
    const dense = normal(kernels, N * WIDTH, 1)
    dense.fill(0, WIDTH, 3 * WIDTH)
    return [kernels.columnSums(dense, N, WIDTH)]
  },
  placeCentred: (kernels) => {
    const dense = normal(kernels, N * 24, 1)
    dense.fill(0, 24, 3 * 24)
    const to = kernels.int16(N * WIDTH)
    kernels.placeCentred(dense, N, 24, normal(kernels, 24, 2), 0.7, to, 8, WIDTH)
    return [to]
  },
  unitVectors: (kernels) => {
    const vectors = units(kernels, N, 1)
    vectors.forEach((value, i) => (vectors[i] = i < WIDTH * 900 ? value / 3 : value))
    vectors.fill(0, WIDTH, 2 * WIDTH)
    kernels.unitVectors(vectors, N, WIDTH)
    return [vectors]
  },
  randomNumbers: (kernels) => {
    const out = kernels.float32(100_001)
    kernels.randomNumbers(out, 77)
    return [out]
  },
  company: (kernels) => {
    const byPaper = sparse(kernels, 300)
    byPaper.values.forEach((value, e) => (byPaper.values[e] = Math.abs(value)))
    for (let i = 0; i < N; i++) byPaper.indices.subarray(byPaper.starts[i], byPaper.starts[i + 1]).sort()
    const byTerm = copyCsr(kernels, transpose(byPaper))
    const [logTotals, powers] = [kernels.float64(300).fill(6), kernels.float64(300).fill(5)]
    const rows = {
      columns: kernels.int32(200 * 90),
      information: kernels.float32(200 * 90),
      counts: kernels.int32(200),
    }
    kernels.company(byTerm, byPaper, { contexts: 90, logTotals, powers, logAll: 9 }, 70, rows)
    return [rows.columns, rows.information, rows.counts]
  },
})

it('takes memory back, and hands it out as zeros again', () => {
  const kernels = startKernels(1)
  const places = [1, 2].map(() =>
    kernels.scope(() => {
      const array = kernels.float32(1000)
      expect(array.every((value) => value === 0)).toBe(true)
      array.fill(3)
      return array.byteOffset
    }),
  )
  expect(places[0]).toBe(places[1])
})

it('says so where memory would pass its limit', () => {
  const small = startKernels(1, 1 << 20)
  expect(() => small.float32(1 << 20)).toThrow(/allocation failed: \d+ bytes of at most 1048576/)
})

import { expect, it } from 'vitest'
import type { Company } from '../../../../server/analysis/kernels/company-kernels.ts'
import { copyCsr, copyFloat32, type Kernels } from '../../../../server/analysis/kernels/kernels.ts'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
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
  symmetricEigen: (kernels) =>
    // 7: an odd number; the last is of rank 9, so that there is nothing to reflect in places.
    [1, 2, 7, 64, 41].flatMap((n, i) => {
      const rows = i === 4 ? 9 : n
      const dense = normal(plainKernels, rows * n, 4)
      const matrix = Float64Array.from({ length: n * n }, (_, at) => {
        let sum = 0
        for (let row = 0; row < rows; row++) sum += dense[row * n + Math.floor(at / n)] * dense[row * n + (at % n)]
        return sum
      })
      if (n === 7) for (let j = 0; j < 7; j++) matrix[3 * 7 + j] = matrix[j * 7 + 3] = 0
      const { values, vectors } = kernels.symmetricEigen(matrix, n)
      return [values, vectors]
    }),
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
  selectRows: (kernels) => {
    const rows = Int32Array.from({ length: 1000 }, (_, i) => (i * 7) % N)
    const { starts, indices, values } = kernels.selectRows(sparse(kernels, 900), rows)
    return [starts, indices, values]
  },
  rowSums: (kernels) => {
    const factors = kernels.float64(900).map((_, i) => 1 / (1 + i))
    const [own, out] = [kernels.float64(900), kernels.float64(N)]
    own.set(factors)
    kernels.rowSums(sparse(kernels, 900), own, out)
    return [out]
  },
  scaleColumns: (kernels) => {
    const dense = normal(kernels, N * WIDTH, 1)
    const factors = kernels.float64(WIDTH)
    for (let d = 0; d < WIDTH; d++) factors[d] = 1 / (1 + d)
    kernels.scaleColumns(dense, N, WIDTH, factors)
    return [dense]
  },
  companyRows: (kernels) => {
    const { starts, indices, values } = kernels.companyRows(companyOf(kernels), 5, 297)
    return [starts, indices, values]
  },
  companyTimes: (kernels) => {
    const out = kernels.float32(200 * WIDTH)
    kernels.companyTimes(companyOf(kernels), 70, 270, normal(kernels, 91 * WIDTH, 4), WIDTH, out)
    return [out]
  },
})

/** The company of 300 terms with an odd number of contexts: some share no paper, and of what is shared some is above chance. */
function companyOf(kernels: Kernels): Company {
  const byPaper = sparse(kernels, 300)
  byPaper.values.forEach((value, e) => (byPaper.values[e] = Math.abs(value)))
  for (let i = 0; i < N; i++) byPaper.indices.subarray(byPaper.starts[i], byPaper.starts[i + 1]).sort()
  const byTerm = copyCsr(kernels, transpose(byPaper))
  byTerm.starts.forEach((start, term) => (byTerm.starts[term] = term > 280 ? byTerm.starts[281] : start))
  const [logTotals, powers, weights] = [kernels.float64(300).fill(6), kernels.float64(300), kernels.float64(300)]
  for (let term = 0; term < 300; term++) {
    powers[term] = 4 + term / 100
    weights[term] = Math.exp(powers[term])
  }
  return { byTerm, byPaper, contexts: 91, logTotals, powers, weights, logAll: 7.4 }
}

it('finds as company what its definition does', () => {
  const company = companyOf(plainKernels)
  const { starts, indices, values } = plainKernels.companyRows(company, 7, 8)
  const expected: [number, number][] = []
  for (let other = 0; other < company.contexts; other++) {
    let shared = 0
    for (let paper = 0; paper < N; paper++) {
      const weight = (term: number): number =>
        company.byPaper.indices
          .subarray(company.byPaper.starts[paper], company.byPaper.starts[paper + 1])
          .reduce(
            (sum, column, i) => sum + (column === term ? company.byPaper.values[company.byPaper.starts[paper] + i] : 0),
            0,
          )
      shared += weight(7) * weight(other)
    }
    const bits = Math.log(shared) + company.logAll - company.logTotals[7] - company.powers[other]
    if (other !== 7 && bits > 0) expected.push([other, bits])
  }
  expect([...indices]).toEqual(expected.map(([other]) => other))
  expect(expected.length).toBeGreaterThan(10)
  expect(expected.length).toBeLessThan(80)
  expected.forEach(([, bits], i) => expect(values[i]).toBeCloseTo(bits, 4))
  expect(starts[1]).toBe(expected.length)
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

it('has other threads fill memory that has grown just before', async () => {
  const kernels = startKernels(3)
  const [n, dimensions, k] = [4096, 16, 60]
  const [vectors, clusters] = [kernels.int16(n * dimensions).fill(2), kernels.int32(n).fill(1)]
  const expected = new Float64Array(k * dimensions).fill(2 * n, dimensions, 2 * dimensions)
  for (let call = 0; call < 300; call++) {
    // A page and more.
    kernels.bareInt32(20_000)
    expect(kernels.sums(vectors, n, dimensions, clusters, k)).toEqual(expected)
  }
  await kernels.close()
})

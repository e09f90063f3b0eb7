import { inOrder } from '../../math/symmetric-eigen.ts'
import type { Kernels } from '../kernels.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { places } from './places.ts'

/** `symmetricEigen` in WebAssembly: a few hundred rows, most of it done by one thread. `scope` gives back what its work took of the arena. */
export function createSymmetricEigen(
  arena: Arena,
  scope: Kernels['scope'],
  parallel: Parallel,
): Kernels['symmetricEigen'] {
  return (matrix, n) =>
    scope(() => {
      const [a, mirrors, basis] = [1, 2, 3].map(() => arena.float64(n * n))
      const [diagonal, below, scales, p] = [1, 2, 3, 4].map(() => arena.float64(n))
      a.set(matrix)
      parallel('tridiagonal', 1, 1, [a.byteOffset, n, ...places(diagonal, below, mirrors, scales, p)])
      parallel('joinMirrors', n, 8, [...places(mirrors, scales), n, basis.byteOffset])
      parallel('diagonalize', 1, 1, [...places(diagonal, below, basis), n])
      return inOrder(diagonal, basis, n)
    })
}

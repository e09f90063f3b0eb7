import { PANEL } from '../../../../server/analysis/kernels/basis-kernels.ts'
import { N, normal, sparse } from './kernel-input.ts'
import { twinSuite } from './twin-suite.ts'

twinSuite({
  normalProduct: (kernels) => {
    const out = kernels.float32(900 * PANEL)
    kernels.normalProduct(sparse(kernels, 900), normal(kernels, 900 * PANEL, 1), out)
    return [out]
  },
  randomMixture: (kernels) => {
    const out = kernels.float32(900 * PANEL)
    kernels.randomMixture(sparse(kernels, 900), 77, out)
    return [out]
  },
  panelProducts: (kernels) => {
    const panels = normal(kernels, 3 * N * PANEL, 1)
    return [kernels.panelProducts(panels, 3, N, normal(kernels, N * PANEL, 2))]
  },
  mixPanels: (kernels) => {
    const rows = N - 1
    const panels = normal(kernels, 2 * rows * PANEL, 1)
    return [PANEL, 52].flatMap((width) => {
      const factors = normal(kernels, 2 * PANEL * width, 2)
      const [added, first] = [normal(kernels, rows * width, 3), normal(kernels, rows * width, 3)]
      kernels.mixPanels(panels, 2, rows, factors, width, added, false)
      kernels.mixPanels(panels, 2, rows, factors, width, first, true)
      return [added, first]
    })
  },
})

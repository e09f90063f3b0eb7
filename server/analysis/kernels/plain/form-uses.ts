import type { PhraseKernels } from '../phrase-kernels.ts'

export const formUses: PhraseKernels['formUses'] = ({ n, starts, abstractStarts, forms: tokens }, forms) => {
  const [abstracts, running] = [new Int32Array(forms), new Int32Array(forms)]
  for (let paper = 0; paper < n; paper++) {
    const hasAbstract = abstractStarts[paper] < starts[paper + 1]
    for (let t = hasAbstract ? abstractStarts[paper] : starts[paper]; t < starts[paper + 1]; t++) {
      running[tokens[t]]++
      if (hasAbstract) abstracts[tokens[t]]++
    }
  }
  return { abstracts, running }
}

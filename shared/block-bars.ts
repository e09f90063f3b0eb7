/** Values as block characters, the highest full: `▁▃█`; a dot where there is none (null). */
export function blockBars(values: readonly (number | null)[]): string {
  const top = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0)
  return values
    .map((value) => {
      if (value === null) return '·'
      return '▁▂▃▄▅▆▇█'[top === 0 ? 0 : Math.min(7, Math.floor((value / top) * 7.999))]
    })
    .join('')
}

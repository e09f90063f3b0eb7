/** A whole number with commas between thousands, whatever the locale: `54,160`. */
export function count(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** A number with its noun in the right form: `1 paper`, `39 papers`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** A share as per cent with one decimal; a dash for none. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}%`
}

/** Seconds as a person says them: `0.4 s`, `12 s`, `3 min 5 s`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** Bytes in the unit that fits: `640 kB`, `182 MB`, `1.4 GB`. */
export function bytes(value: number): string {
  if (value < 1e3) return `${value} B`
  if (value < 1e6) return `${Math.round(value / 1e3)} kB`
  return value < 1e9 ? `${Math.round(value / 1e6)} MB` : `${(value / 1e9).toFixed(1)} GB`
}

/** Text on one line that no terminal takes for a command: control characters become spaces. */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()
}

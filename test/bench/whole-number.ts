import { InvalidArgumentError } from 'commander'

/** The whole number of a flag. Throws what commander takes for wrong usage. */
export function wholeNumber(text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max))
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`)
  return value
}

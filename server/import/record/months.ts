/** Months 1–12 under their names and usual abbreviations: English, German, French, Spanish, Italian, Portuguese, Dutch. */
const NAMES = [
  'jan january januar janvier enero gennaio janeiro januari',
  'feb february februar fevrier febrero febbraio fevereiro februari',
  'mar march marz mars marzo marco maart',
  'apr april avril abril aprile',
  'may mai mayo maggio maio mei',
  'jun june juni juin junio giugno junho',
  'jul july juli juillet julio luglio julho',
  'aug august aout agosto augustus',
  'sep sept september septembre septiembre settembre setembro',
  'oct october oktober octobre octubre ottobre outubro okt',
  'nov november novembre noviembre novembro',
  'dec december dezember decembre diciembre dicembre dezembro dez dic',
]

const MONTHS = new Map(NAMES.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)))

/** The month that a lower-case word names, 1–12; null for none. */
export function monthOfName(word: string): number | null {
  return MONTHS.get(word.normalize('NFD').replaceAll(/\p{M}/gu, '')) ?? null
}

/** The digits of a number with its sign as ASCII and without thousands separators: "−1,141" -> "-1141". */
export function plainDigits(digits: string): string {
  return digits.replace(/^[−-]/u, '-').replaceAll(',', '')
}

/** The number that printed digits stand for. */
export function numberOf(digits: string): number {
  return Number(plainDigits(digits))
}

/**
 * Half a unit of the last printed digit: "0.97" -> 0.005, "3" -> 0.5, "1,141" -> 0.5. Zeros at the end of a whole
 * number count as printed digits, since nothing in print tells them apart ("1,000" -> 0.5).
 */
export function halfWidthOf(digits: string): number {
  const decimals = plainDigits(digits).split('.')[1]?.length ?? 0
  return Number(`5e-${decimals + 1}`)
}

/**
 * Every number that occurs in a printed sentence, as plain digits. Thin, narrow and no-break spaces and commas between
 * groups of three digits are separators; minus signs and dashes are minus signs where no word stands before them, so
 * "14-21 %" holds 14 and 21, "GPT-4" holds 4 and "a change of −7.2" holds -7.2; ".97" is 0.97.
 */
export function numbersIn(printed: string): string[] {
  const plain = printed
    .replace(/[−‐‑–]/gu, '-')
    .replace(/(?<=\d)[,\u2009\u202f\u00a0](?=\d{3}(?!\d))/gu, '')
    .replace(/(?<![\d\w])\.(?=\d)/gu, '0.')
  return [...plain.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?/gu)].map(([number]) => number)
}

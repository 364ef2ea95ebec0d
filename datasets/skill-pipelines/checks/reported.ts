/** Whether a line of a report holds a number: as written, with separators, or rounded to two decimals or more. */
export function holdsNumber(line: string, value: number): boolean {
  return numbersIn(line).some((text) => {
    const decimals = text.split('.')[1]?.length ?? 0
    const slack = decimals >= 2 ? 0.5 / Number(`1e${decimals}`) : 0
    return Math.abs(Number(text) - value) <= slack + 1e-9 * Math.max(1, Math.abs(value))
  })
}

/** The numbers of a line, separators of thousands taken out. */
function numbersIn(line: string): string[] {
  return line.replace(/(\d),(?=\d{3}(?!\d))/g, '$1').match(/(?<![\w.])-?\d+(?:\.\d+)?/g) ?? []
}

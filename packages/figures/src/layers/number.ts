/** An integer in superscript digits: `10${superscript(-3)}` is 10⁻³. */
export function superscript(n: number): string {
  return String(n).replace(/[-0-9]/g, (sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)]!))
}

/** A number with its thousands grouped by commas, in every locale: 12,000. */
export function groupDigits(x: number): string {
  const [whole = '', fraction] = String(x).replace('-', '−').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

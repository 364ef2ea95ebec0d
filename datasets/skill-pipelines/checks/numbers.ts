/** Whether two numbers agree to about six digits. */
export function near(a: number, b: number, tolerance = 1e-5): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b))
}

/** A cell as a number, NaN if it is none. */
export function cellNumber(cell: unknown): number {
  const text = String(cell ?? '').trim()
  return text === '' ? Number.NaN : Number(text)
}

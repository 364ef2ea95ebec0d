/** Whether a value meets the `where` of a task. Without a known comparison nothing can be judged: throws. */
export function holds(cell: unknown, where: Readonly<Record<string, unknown>>): boolean {
  const text = cell === undefined || cell === null ? '' : String(cell)
  const tests: Readonly<Record<string, (value: unknown) => boolean>> = {
    is: (value) => equals(text, value),
    not: (value) => !equals(text, value),
    above: (value) => isNumber(text) && Number(text) - Number(value) > 0,
    below: (value) => isNumber(text) && Number(text) - Number(value) < 0,
    contains: (value) => text.toUpperCase().indexOf(String(value).toUpperCase()) >= 0,
    since: (value) => text !== '' && !(text < String(value)),
    until: (value) => text !== '' && (text <= String(value) || text.startsWith(String(value))),
  }
  const known = Object.keys(tests).find((name) => where[name] !== undefined)
  if (known === undefined) throw new Error('the task names no condition')
  return tests[known]!(where[known])
}

function equals(text: string, value: unknown): boolean {
  return typeof value === 'number' && isNumber(text) ? Number(text) === value : text === String(value)
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text))
}

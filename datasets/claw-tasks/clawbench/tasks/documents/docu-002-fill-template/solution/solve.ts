import { readJson, readText, writeJson, writeText } from '../../../../../kit/solve.ts'

/** Fill a template in one pass; names without value or fallback are listed. */
export default async function solve(): Promise<void> {
  const values = await readJson<Record<string, unknown>>('values.json')
  const missing = new Set<string>()
  const valueAt = (path: string): unknown =>
    path
      .split('.')
      .reduce<unknown>(
        (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
        values,
      )
  const letter = (await readText('template.md')).replace(
    /\\\{\{|\{\{\s*([\w.]+)\s*(?:\|([^}]*))?\}\}/g,
    (all, name: string | undefined, fallback: string | undefined) => {
      if (name === undefined) return all.slice(1)
      const value = valueAt(name)
      if (value !== undefined && value !== null && value !== '') return String(value)
      if (fallback !== undefined) return fallback.trim()
      missing.add(name)
      return `[MISSING ${name}]`
    },
  )
  await writeText('letter.md', letter)
  await writeJson('missing.json', [...missing])
}

import { readText, writeTable } from '../../../../../kit/solve.ts'

/** Count warnings and errors of each component by the level of the entries. */
export default async function solve(): Promise<void> {
  const entries = (await readText('app.log')).matchAll(/^(\d{4}-\d\d-\d\dT\S+)\s+([A-Z]+)\s+\[([^\]]+)\]/gm)
  const counts = new Map<string, { component: string; warnings: number; errors: number; last_error: string }>()
  let read = 0
  for (const [, time, level, component] of entries) {
    read++
    if (!/^(WARN|ERROR|FATAL)$/.test(level!)) continue
    const count = counts.get(component!) ?? { component: component!, warnings: 0, errors: 0, last_error: '' }
    if (level === 'WARN') count.warnings++
    else {
      count.errors++
      if (time! > count.last_error) count.last_error = time!
    }
    counts.set(component!, count)
  }
  if (read === 0) throw new Error('app.log has no entry with time, level and component')
  const rows = [...counts.values()].sort((a, b) => b.errors - a.errors || (a.component < b.component ? -1 : 1))
  await writeTable('errors.csv', ['component', 'warnings', 'errors', 'last_error'], rows)
}

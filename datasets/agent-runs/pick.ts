import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import type { AgentRow, AgentSource } from './row.ts'

type Wanted = { readonly [K in keyof AgentRow]?: AgentRow[K] | readonly AgentRow[K][] }

/**
 * The rows whose columns have the given values; a list means any of them. Throws LB_DANGLING if there is none, so that a
 * misspelt name is not an empty result.
 */
export function pick(rows: readonly AgentRow[], wanted: Wanted): AgentRow[] {
  const tests = Object.entries(wanted).map(([column, value]) => {
    const allowed = new Set((Array.isArray(value) ? value : [value]) as readonly unknown[])
    return (row: AgentRow) => allowed.has(row[column as keyof AgentRow])
  })
  const found = rows.filter((row) => tests.every((test) => test(row)))
  if (found.length > 0) return found
  return fail(
    'LB_DANGLING',
    `no published figure has ${JSON.stringify(wanted)}; sources there are: ${[...new Set(rows.map(({ source }) => source))].join(', ')}`,
  )
}

/** The sources of some rows as a table of evidence. A source that is not cited is LB_DANGLING. */
export function sourceRows(sources: readonly AgentSource[], rows: readonly Pick<AgentRow, 'source'>[]): Row[] {
  const used = new Set(rows.map(({ source }) => source))
  const missing = [...used].filter((id) => !sources.some((source) => source.id === id))
  if (missing.length > 0)
    fail('LB_DANGLING', `no citation for ${missing.join(', ')}; add it to datasets/agent-runs/citations.json`)
  return sources.filter(({ id }) => used.has(id)).map((source) => ({ ...source }))
}

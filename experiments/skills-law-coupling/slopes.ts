import { fail } from '@lawbook/base'
import type { Row, StoredResult } from '@lawbook/schemas'

/** The columns of the table `slopes` of `skills-routing-law` that are taken over, as they are. */
const columns = ['router', 'wording', 'b', 'bLow', 'bHigh', 'n'] as const

/**
 * The fitted slope b of each of these routers for each wording, in shares of requests per unit of ln N, with its 90 %
 * interval and the number of requests: rows of the table `slopes` of another experiment's result. LB_DANGLING for a router
 * that it has not asked.
 */
export function slopeRows(routing: StoredResult, routers: readonly string[]): Row[] {
  const rows = routing.tables.slopes ?? []
  return routers.flatMap((id) => {
    const own = rows.filter(({ router }) => router === id)
    if (own.length === 0)
      fail('LB_DANGLING', `skills-routing-law has no slope of the router ${id}; ask it there too, or leave it out here`)
    return own.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))
  })
}

import type { Router } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'

/** A router as a row of the table `routers`; `tieBroken` is the share of its decisions that a hash settled. */
export function routerRow({ id, title, short, kin, cost, source }: Router, tieBroken: number | null): Row {
  return { id, title, short, kin, cost, source, tieBroken }
}

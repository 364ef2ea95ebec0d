import { join } from 'node:path'
import { absentAsNull } from '@lawbook/base'
import { computeDiff, loadRegistry, type Registry, readLock } from '@lawbook/claims'
import { type Diff, type Lock, readResult, type StoredResult } from '@lawbook/schemas'
import { listFiles } from './collect.ts'
import { readStanding } from './read/standing.ts'

/** Claimed against reproduced, with what it was computed from. */
export type State = {
  readonly registry: Registry
  readonly lock: Lock
  readonly results: ReadonlyMap<string, StoredResult | null>
  /** Experiments whose result is a fresh one of this machine, and those read from `figures/`. */
  readonly fresh: readonly string[]
  readonly committed: readonly string[]
  readonly diff: Diff
}

export type StateOptions = {
  /** Experiments that did not succeed in this run: their claims are untested. */
  readonly untested?: readonly string[]
  /** Read `figures/` alone, as a fresh clone would: what README blocks and `verify` stand on. */
  readonly committedOnly?: boolean
  readonly ci?: boolean
}

/** Read every result and judge every claim. An experiment whose last run failed counts as untested. */
export async function readState(root: string, options: StateOptions = {}): Promise<State> {
  const [registry, lock] = await Promise.all([loadRegistry(root), readLock(root)])
  const results = new Map<string, StoredResult | null>()
  const figures = new Map<string, string>()
  const fresh: string[] = []
  const committed: string[] = []
  await Promise.all(
    registry.experiments.map(async ({ id, claims }) => {
      const found = options.committedOnly === true ? await readCommitted(root, id) : await readNewest(root, id)
      if (options.untested?.includes(id) === true || found.failed) results.set(id, null)
      else if (found.stored !== null) {
        results.set(id, found.stored)
        if (found.fresh) fresh.push(id)
        else committed.push(id)
      }
      for (const { id: claim, figure } of claims) {
        if (figure !== undefined && found.figures.includes(figure)) figures.set(claim, `figures/${id}/${figure}.svg`)
      }
    }),
  )
  const diff = computeDiff({ registry, results, lock, figures, ci: options.ci === true })
  return { registry, lock, results, fresh: fresh.sort(), committed: committed.sort(), diff }
}

type Found = { stored: StoredResult | null; fresh: boolean; failed: boolean; figures: readonly string[] }

async function readNewest(root: string, id: string): Promise<Found> {
  const { stored, status, figures } = await readStanding(root, id)
  const citable = stored?.result.fidelity === 'full' ? stored : null
  return {
    stored: citable,
    fresh: status === 'current',
    failed: status === 'failed',
    figures: figures.map((figure) => figure.id),
  }
}

async function readCommitted(root: string, id: string): Promise<Found> {
  const folder = join(root, 'figures', id)
  const stored = await absentAsNull(readResult(folder))
  const captions = (await listFiles(folder)).filter((name) => name.endsWith('.caption.json'))
  return { stored, fresh: false, failed: false, figures: captions.map((name) => name.replace('.caption.json', '')) }
}

import { hashJson, makeMemo, memo, readMemo } from '@lawbook/base'
import { type PointwiseRouter, type Router, routers as registry } from '@lawbook/routers'
import type { Library, Request, Resources } from '@lawbook/skills'
import { rankingCode } from './codeVersion.ts'
import { type RankMatrix, rankMatrix, targetsOf } from './ranks.ts'

/** The kind of memo under which rank matrices are kept. */
const kind = 'ranks'

const registered: ReadonlySet<Router> = new Set(registry)

/**
 * The rank matrix of each router, in the order given, made at most once: kept on disk under a hash of the router, the
 * library, the requests, the resources, the code and Node's major version. Several processes that want the same
 * matrices share the work: each first makes those that nobody else is at, then waits for the others'. A router outside
 * the registry has code of its own, which no hash covers: it is asked anew each time. `progress` is told the router's
 * title before each matrix is made or read. A missing resource throws LB_DATA_MISSING.
 */
export async function* rankings({
  routers,
  library,
  requests,
  resources,
  progress = () => {},
}: {
  readonly routers: readonly PointwiseRouter[]
  readonly library: Library
  readonly requests: readonly Request[]
  readonly resources: Resources
  readonly progress?: (done: number, total: number, label: string) => void
}): AsyncGenerator<{ readonly router: PointwiseRouter; readonly matrix: RankMatrix }> {
  const asked = hashAsked(library, requests)
  const code = await rankingCode()
  const work = routers.map((router, at) => ({
    router,
    key: keyOf(router, resources, asked, code),
    kept: registered.has(router),
    make: async (): Promise<Uint8Array> => {
      progress(at, routers.length, `${router.title}: ranking`)
      return bytesOf(rankMatrix(await router.build(library, resources), library, requests).ranks)
    },
  }))
  for (const { kept, key, make } of work)
    if (kept && (await readMemo(kind, key)) === null) await makeMemo(kind, key, make)
  const targets = targetsOf(library, requests)
  const shape = { requests: requests.length, skills: library.skills.length, targets }
  for (const [at, { router, key, kept, make }] of work.entries()) {
    const bytes = kept ? await memo(kind, key, make) : await make()
    progress(at, routers.length, router.title)
    yield { router, matrix: { ...shape, ranks: ranksOf(bytes) } }
  }
}

/** Some rows of a rank matrix, in the order given: the same library asked only these requests. */
export function rowsOf({ skills, ranks, targets }: RankMatrix, rows: readonly number[]): RankMatrix {
  const chosen = new Uint16Array(rows.length * skills)
  rows.forEach((row, i) => {
    chosen.set(ranks.subarray(row * skills, (row + 1) * skills), i * skills)
  })
  return { requests: rows.length, skills, ranks: chosen, targets: Int32Array.from(rows, (row) => targets[row]!) }
}

/** All that routers may read: name, description and tags apart, since "a. b" may be a name or both. Never the body. */
function hashAsked({ skills }: Library, requests: readonly Request[]): string {
  return hashJson([
    skills.map(({ id, name, description, tags }) => [id, name, description, tags]),
    requests.map(({ id, text, skill }) => [id, text, skill]),
  ])
}

function keyOf({ id, needs = [] }: PointwiseRouter, resources: Resources, asked: string, code: string): string {
  const data = needs.map((name) => [name, resources[name]?.id ?? null])
  return hashJson({ router: id, asked, data, code, node: process.versions.node.split('.')[0]! })
}

function bytesOf(ranks: Uint16Array): Uint8Array {
  return new Uint8Array(ranks.buffer, ranks.byteOffset, ranks.byteLength)
}

/** A copy: what comes from a file need not start at an even address. */
function ranksOf(bytes: Uint8Array): Uint16Array {
  const ranks = new Uint16Array(bytes.length / 2)
  bytesOf(ranks).set(bytes)
  return ranks
}

import { fail } from '@lawbook/base'
import { judgedRouters, type PipelineEvidence, readEvidence } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import type { Eligibility } from '@lawbook/sweeps'
import type { WrongStateChoices } from './choices.ts'
import { type ExecutedPair, readExecuted } from './executed.ts'
import { readPresent, type WrongPresent } from './wrongPresent.ts'

type RouterRow = {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly kin: string
  readonly source: string
}
type AskedRouter = Eligibility<RouterRow>

/** The chances that the right second skill is chosen, by what the router is shown; one a wrong state. In [0, 1]. */
export type Chances = {
  readonly none: number
  readonly own: number
  readonly placebo: number
  readonly wrong: readonly number[]
}

/** Pairs that have a wrong state, routers, and at one library size the chances of each router (first) at each pair. */
export type Panel = {
  readonly pairs: readonly ExecutedPair[]
  readonly routers: readonly Pick<RouterRow, 'id' | 'short' | 'kin'>[]
  readonly chances: readonly (readonly Chances[])[]
}

/**
 * Random libraries that hold the pair's own two skills and the one that left the wrong state, by which claims are judged;
 * or the pair's own two alone, with the wrong one by chance.
 */
export type Libraries = 'wrong skill too' | 'own skills'

/** The evidence as `run` reads it: who is judged, and a panel of given routers at any library size. */
export type Observed = {
  readonly routers: readonly AskedRouter[]
  readonly judged: readonly AskedRouter[]
  readonly pairs: readonly ExecutedPair[]
  /** How many pairs have no wrong state. */
  readonly withoutWrong: number
  panel(routers: readonly AskedRouter[], size: number, libraries?: Libraries): Panel
}

/** Read the evidence tables. LB_DANGLING where a pair that was executed is no pipeline. */
export function readObserved(tables: Readonly<Record<string, readonly Row[]>>, choices: WrongStateChoices): Observed {
  const evidence = readEvidence(tables)
  const routers = judgedRouters(evidence, (tables.routers ?? []).map(routerFrom), choices.eligible)
  const pairs = readExecuted(tables.executed ?? [])
  const present = readPresent(tables, evidence)
  const place = new Map(evidence.pipelines.map(({ id }, p) => [id, p]))
  const places = pairs.map(
    ({ pipeline }) => place.get(pipeline) ?? fail('LB_DANGLING', `the pair ${pipeline} is in no table of pipelines`),
  )
  return {
    routers,
    judged: routers.filter(({ eligible }) => eligible),
    pairs,
    withoutWrong: (tables.executed ?? []).length - pairs.length,
    panel: (chosen, size, libraries = 'wrong skill too') => ({
      pairs,
      routers: chosen,
      chances: chosen.map(({ id }) =>
        places.map((p, i) =>
          libraries === 'own skills'
            ? chancesAt(evidence, id, p, size)
            : chancesPresent({ evidence, present }, id, p, pairs[i]!.wrong.length, size),
        ),
      ),
    }),
  }
}

/** The panel of one of its routers alone. */
export function ofRouter({ pairs, routers, chances }: Panel, r: number): Panel {
  return { pairs, routers: [routers[r]!], chances: [chances[r]!] }
}

/** The same with the first wrong state of each pair alone, whose skill is nearest to the right one. */
export function nearestAlone({ pairs, routers, chances }: Panel): Panel {
  return {
    routers,
    pairs: pairs.map((pair) => ({ ...pair, wrong: pair.wrong.slice(0, 1) })),
    chances: chances.map((row) => row.map((one) => ({ ...one, wrong: one.wrong.slice(0, 1) }))),
  }
}

/** In random libraries that hold the pair's own two skills. */
function chancesAt(evidence: PipelineEvidence, router: string, p: number, size: number): Chances {
  const wrong = (['wrong-0', 'wrong-1'] as const).map((arm) => evidence.step(router, arm, p, 1, size))
  return {
    none: evidence.step(router, 'alone', p, 1, size)!,
    own: evidence.step(router, 'state', p, 1, size)!,
    placebo: evidence.step(router, 'placebo', p, 1, size)!,
    wrong: wrong.filter((chance) => chance !== null),
  }
}

/**
 * In random libraries that hold the skill of a wrong state as well; mean over wrong states where none is shown. Those of
 * the placebo hold the skill that left it in place of the wrong one.
 */
function chancesPresent(
  { evidence, present }: { readonly evidence: PipelineEvidence; readonly present: WrongPresent },
  router: string,
  p: number,
  states: number,
  size: number,
): Chances {
  const of = (arm: 'alone' | 'state' | 'wrong'): number[] =>
    Array.from({ length: states }, (_, w) => present(router, arm, p, w, size))
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const placebo = evidence.step(router, 'placebo-present', p, 1, size)!
  return { none: mean(of('alone')), own: mean(of('state')), placebo, wrong: of('wrong') }
}

function routerFrom({ id, title, short, kin, source }: Row): RouterRow {
  return { id: String(id), title: String(title), short: String(short), kin: String(kin), source: String(source) }
}

import type { Stream, StreamFactory } from '@lawbook/base'
import { normalCdf } from '@lawbook/estimators'
import { type DependencyClass, dependencyClasses } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import type { WrongStateChoices } from './choices.ts'
import type { ExecutedPair, Passed } from './executed.ts'
import { type JudgedId, judge, judgedIds } from './measures.ts'
import type { Chances, Panel } from './panel.ts'

type OfClass = Readonly<Record<DependencyClass, number>>

/**
 * Planted worlds: what a wrong state changes in the chance that the right second skill is chosen, in points, and the
 * share of products that pass the aware check after a wrong first step. `as-claimed` has the printed effects, `reversed`
 * the same with their signs turned round.
 */
export const worlds: Readonly<Record<string, { readonly routing: OfClass; readonly survival: OfClass }>> = {
  'as-claimed': {
    routing: { tight: -7.2, loose: 2.8, independent: -0.8 },
    survival: { tight: 0.1, loose: 0.4, independent: 1 },
  },
  reversed: {
    routing: { tight: 7.2, loose: -2.8, independent: 0.8 },
    survival: { tight: 0.4, loose: 0.1, independent: 1 },
  },
  'no-effect': {
    routing: { tight: 0, loose: 0, independent: 0 },
    survival: { tight: 0.25, loose: 0.25, independent: 1 },
  },
  'all-lose': {
    routing: { tight: -8, loose: -8, independent: -8 },
    survival: { tight: 0.25, loose: 0.25, independent: 1 },
  },
}

/** What each judged measure is in a world with infinitely many pairs and routers, in points. */
export function truth(id: JudgedId, world: string): number {
  const { routing, survival } = worlds[world]!
  const kind = dependencyClasses.find((one) => id === `routing-${one}`)
  return kind === undefined ? 100 * (survival.loose - survival.tight) : routing[kind]
}

/** Put every world through the judged measures, with the pairs, skills and kins of `panel`. One row a measure. */
export function plantedRows({
  panel,
  choices,
  stream,
}: {
  readonly panel: Panel
  readonly choices: WrongStateChoices
  readonly stream: StreamFactory
}): Row[] {
  if (panel.routers.length === 0 || panel.pairs.length === 0) return []
  return Object.keys(worlds).flatMap((world) =>
    Array.from({ length: choices.replicates }, (_, replicate) => {
      const found = judge(plantedPanel(panel, world, stream('world', world, replicate)))
      return judgedIds.map((id) => worldRow(world, replicate, id, found[id]))
    }).flat(),
  )
}

/**
 * A panel of a world, made from one that was observed. For each second-step skill a coin says whether right and wrong state
 * change places, in all its pairs and for all routers: so neither is better, and what differs by pair, skill and router
 * stays as large as it was. Then, for all routers alike, a share of the wrong states loses its pair for certain, or wins
 * it for certain, such that the mean chance changes as the world says. Products pass with the class's chance, alike within
 * a skill.
 */
export function plantedPanel(panel: Panel, world: string, stream: Stream): Panel {
  const { routing, survival } = worlds[world]!
  const skills = [...new Set(panel.pairs.map(({ skill }) => skill))]
  const swapped = new Map(skills.map((skill) => [skill, stream.uniform() < 0.5]))
  const ofSkill = new Map(skills.map((skill) => [skill, stream.normal()]))
  const shares = Object.fromEntries(
    dependencyClasses.map((kind) => [kind, decidedShare(levelAt(panel, kind), routing[kind] / 100)]),
  )
  const decided = panel.pairs.map((pair) =>
    pair.wrong.map(() => (stream.uniform() < shares[pair.class]! ? Number(routing[pair.class] > 0) : null)),
  )
  return {
    routers: panel.routers,
    pairs: panel.pairs.map((pair) => ({
      ...pair,
      wrong: pair.wrong.map(() => survives(pair, survival, ofSkill.get(pair.skill)!, stream)),
    })),
    chances: panel.chances.map((row) =>
      row.map((seen, i): Chances => {
        const [own, wrong] = swapped.get(panel.pairs[i]!.skill)!
          ? [mean(seen.wrong), seen.wrong.map(() => seen.own)]
          : [seen.own, seen.wrong]
        return { ...seen, own, wrong: wrong.map((chance, w) => decided[i]![w] ?? chance) }
      }),
    ),
  }
}

/** The mean chance of a class's pairs over right and wrong states. */
function levelAt({ pairs, chances }: Panel, kind: DependencyClass): number {
  return mean(
    chances.flatMap((row) =>
      row.filter((_, i) => pairs[i]!.class === kind).map(({ own, wrong }) => (own + mean(wrong)) / 2),
    ),
  )
}

/** The share q of decided states that moves a mean chance m by d: d = q (1 - m) where they win, d = -q m where they lose. */
function decidedShare(level: number, change: number): number {
  return change === 0 ? 0 : Math.min(1, change > 0 ? change / (1 - level) : -change / level)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Half of what makes products pass is the skill's. */
function survives(pair: ExecutedPair, chance: OfClass, ofSkill: number, stream: Stream): Passed {
  const score = Math.sqrt(0.5) * (ofSkill + stream.normal())
  const passed = normalCdf(score) < chance[pair.class]
  return { blind: passed, aware: passed }
}

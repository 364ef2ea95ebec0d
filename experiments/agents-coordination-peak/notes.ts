import type { AgentRow } from '@lawbook/agent-runs'
import type { Row } from '@lawbook/schemas'
import type { Located } from './bestSizes.ts'
import type { PeakChoices } from './choices.ts'
import { nested } from './measures.ts'
import type { Ground } from './peak.ts'
import { gainSpread } from './plantedScores.ts'
import { byRestricted, firstStage, type Score } from './teamBench.ts'
import { lossByPairs, naiveSlope } from './worlds.ts'

type Noted = {
  readonly figures: readonly AgentRow[]
  readonly located: readonly Located[]
  readonly ground: Ground
  readonly worlds: readonly Row[]
  readonly naiveByChecks: readonly Row[]
  readonly scores: readonly Score[]
  readonly choices: PeakChoices
}

/** What a reader of the numbers should know: who counts and why not, and how far the rules can be trusted. */
export function notesOf({ figures, located, ground, worlds, naiveByChecks, scores, choices }: Noted): string[] {
  return [
    ...sweepNotes(located, ground, choices),
    ...outcomeNote(figures),
    'The figures of LLM Teams share models and job suites across sweeps, and those of Silo-Bench share tasks across models: sweeps are not independent, which is why nothing is pooled over them.',
    'The sets of best sizes of LLM Teams take nine pairs of three models and three suites as independent. They are not, and such sets hold the best size less often than they say.',
    'Silo-Bench prints no spread for teams. A share of 30 tasks varies by at most q (1 - q) / 30; that tasks are the same at all sizes makes the true spread of a difference smaller. The trials of its single agent are taken as independent.',
    `Power, false alarms and recognition of the claims on team size are those of a design that nobody has published: ${choices.planted.sweeps} decisive sweeps of ${choices.planted.runs} runs a size. On the published sweeps the rule cannot decide at all.`,
    nullNote(worlds),
    crossedNote(worlds),
    modelNote(worlds),
    naiveNote(naiveByChecks),
    ...instrumentNote(scores),
  ]
}

function sweepNotes(located: readonly Located[], ground: Ground, { band, decisive }: PeakChoices): string[] {
  const { from, to } = band
  const judged = ground.judged
  const below = judged.filter(({ at90 }) => at90!.upper < from)
  const largest = Math.max(...below.map(({ sweep }) => sweep.sizes.at(-1)!))
  const short = judged.filter(({ sweep }) => sweep.sizes.at(-1)! <= 5)
  const silent = judged.filter(({ found }) => found!.status === 'not-identified' || found!.status === 'at-upper-end')
  const inside = judged.filter(({ at90 }) => at90!.lower >= from && at90!.upper <= to)
  const ends =
    below.length === 0 ? '' : `, all of which end at ${largest} agents or earlier and say nothing about ${from}`
  return [
    `${located.length} series over team size; ${judged.length} have a spread and were read first hand, ${ground.decisive.length} of them could decide. ${decisive} are needed. ${short.length} of the ${judged.length} end at 5 agents or earlier.`,
    `Of the ${judged.length}, ${below.length} have an upper limit below ${from} at 90 % if success has one peak${ends}; ${inside.length} lie wholly in ${from} to ${to}, and ${silent.length} set no upper limit or none at all.`,
    ...located
      .filter(({ sweep }) => sweep.incomplete > 0)
      .map(
        ({ sweep }) =>
          `${sweep.label}: ${sweep.incomplete} unit was not run at every size and is left out of the sweep.`,
      ),
  ]
}

/** LLM Teams: whether cells were run again depends on their outcome, so that a share of its runs is no plain share. */
function outcomeNote(figures: readonly AgentRow[]): string[] {
  const cells = figures.filter(({ source, metric, y }) => source === 'llm-teams' && metric === 'success' && y !== null)
  if (cells.length === 0) return []
  const more = (failed: boolean): string => {
    const own = cells.filter(({ y }) => y! < 1 === failed)
    return `${own.filter(({ n }) => (n ?? 0) > 5).length} of ${own.length}`
  }
  return [
    `LLM Teams: more than five runs have ${more(true)} cells in which a run failed, and ${more(false)} in which none did. How often a cell was run depends on what came out, so that its share of successes is biased in a direction that the published cells do not tell.`,
  ]
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)} %`

/** How often the rule on a sign agrees, or denies, in a planted world. */
function share(
  worlds: readonly Row[],
  world: string,
  measure: string,
  verdict: 'agreed' | 'denied' = 'agreed',
): string {
  const own = worlds.filter((row) => row.world === world && row.measure === measure)
  const found = own.filter(({ lo90, hi995 }) =>
    verdict === 'agreed' ? typeof lo90 === 'number' && lo90 > 0 : typeof hi995 === 'number' && hi995 < 0,
  )
  return own.length === 0 ? 'none' : percent(found.length, own.length)
}

function nullNote(worlds: readonly Row[]): string {
  const all = [
    `returns diminish ${share(worlds, 'flat', 'returns-diminish')}`,
    `sequential loss ${share(worlds, 'teams-even', 'sequential-loss')}`,
    `gain lost a point ${share(worlds, 'no-gain', 'gain-lost-a-point')}`,
    `loss above 45 % ${share(worlds, 'no-gain', 'loss-above-45')}`,
  ]
  return `Planted worlds in which nothing happens are agreed to in these shares of replicates (5 % by the rule): ${all.join('; ')}.`
}

/** What clustering by pairs alone does where models and suites have effects of their own. */
function crossedNote(worlds: readonly Row[]): string {
  const by = (measure: string): string =>
    `${share(worlds, 'teams-vary', measure)} and denied in ${share(worlds, 'teams-vary', measure, 'denied')}`
  return `Where each model and each suite has an effect of its own and teams lose nothing on average, a loss on sequential jobs is agreed to in ${by('sequential-loss')} of replicates; with limits by pairs alone it would be in ${by(lossByPairs)}.`
}

/** What clustering by tasks does where models have gains of their own. */
function modelNote(worlds: readonly Row[]): string {
  const by = (measure: string): string =>
    `${share(worlds, 'models-differ', measure)} and denied in ${share(worlds, 'models-differ', measure, 'denied')}`
  return `Where seven planted models have gains of their own (standard deviation ${gainSpread}) around none, a fall with the level is agreed to in ${by('gain-lost-a-point')}, and a loss above 45 % in ${by('loss-above-45')} of replicates: tasks are resampled, so that TeamBench speaks of its seven models and no others.`
}

/** What the naive reading of a gain against one's own level sees where the gain does not depend on it. */
function naiveNote(rows: readonly Row[]): string {
  const all = rows.map(({ checks, naive }) => `${Number(naive).toFixed(2)} with ${checks} checks`)
  return `Read naively, from the single agent’s own run, planted teams that gain nothing at any level lose so many points of gain a point of level: ${all.join(', ')} behind a score (regression to the mean; ${naiveSlope} in the table of worlds). How noisy the scores of TeamBench are is not known: eight checks are chosen.`
}

/** Whether the restricted run says anything about the single agent's level. */
function instrumentNote(scores: readonly Score[]): string[] {
  const { value, i90 } = nested(scores.length === 0 ? null : firstStage(scores, byRestricted))
  if (value === null || i90 === null) return []
  const [lo, hi] = i90.map((limit) => limit.toFixed(2))
  return [
    `TeamBench: a point of the restricted run goes with ${value.toFixed(2)} points (${lo} to ${hi} at 90 %) of the single agent’s; an instrument that says nothing would have zero.`,
  ]
}

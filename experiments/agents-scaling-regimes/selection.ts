import { overSeries, type SeriesMean, taskMean, type WithError } from './estimate.ts'
import { groupBy, type RowOf } from './rows.ts'

/** Who picks among the passes: the model itself or GPT-5, pass by pass; or the model by comparing pairs. */
export const judges = ['self_pointwise', 'gpt5_pointwise', 'self_pairwise'] as const
export type Judge = (typeof judges)[number]

/** Passes of each task. */
export const passes = 4

/** Tasks of one model on one benchmark with the same solved passes and, under a judge, the same score of its pick. */
type Picked = { readonly solved: number; readonly picked: number; readonly n: number }

/** One model on one benchmark: how many tasks have 0 to 4 solved passes, and what each judge picks. */
export type PassSeries = {
  readonly benchmark: string
  readonly model: string
  readonly tasks: readonly { readonly solved: number; readonly n: number }[]
  readonly picks: Readonly<Partial<Record<Judge, readonly Picked[]>>>
}

/** The series with binary outcomes, from tables of counts. */
export function passSeries(rows: readonly RowOf<'parallel'>[]): PassSeries[] {
  const counted = rows.filter(({ axis }) => axis === 'solved')
  return [...groupBy(counted, ({ benchmark, model }) => JSON.stringify([benchmark, model])).values()].map((own) => {
    const tasks = own.filter(({ metric }) => metric === 'tasks').map(({ x, y }) => ({ solved: x!, n: y! }))
    const picks = judges.map((judge) => {
      const judgedTasks = own.filter(({ metric }) => metric === judge)
      return [judge, judgedTasks.map(({ x, y, n }) => ({ solved: x!, picked: y!, n: n! }))] as const
    })
    return {
      benchmark: own[0]!.benchmark!,
      model: own[0]!.model!,
      tasks,
      picks: Object.fromEntries(picks.filter(([, judgedTasks]) => judgedTasks.length > 0)),
    }
  })
}

/** What coverage gains on one pass if a task has so many solved passes: 1 - c/4 for any, 0 for none. */
const gainOf = (solved: number): number => (solved > 0 ? 1 : 0) - solved / passes

/** What a pick keeps of it: the score of what was picked less that of one pass at random. */
const keptOf = ({ solved, picked }: Picked): number => picked - solved / passes

const count = (groups: readonly { readonly n: number }[]): number => groups.reduce((total, { n }) => total + n, 0)

/** Whether a judge saw every task of a series. */
export const judgedWhole = ({ tasks, picks }: PassSeries, judge: Judge): boolean =>
  picks[judge] !== undefined && count(picks[judge]) === count(tasks)

/** How much coverage gains from one to four passes, in points, over the tasks of a series. */
export function coverageGain({ benchmark, tasks }: PassSeries): SeriesMean {
  return { benchmark, ...taskMean(tasks.map(({ solved, n }) => ({ value: 100 * gainOf(solved), n }))) }
}

/** A ratio of means with its error; null where coverage gains nothing. */
export type Kept = (WithError & { readonly tasks: number }) | null

/**
 * The share of the gain that a judge keeps: the ratio of the mean over series of what it keeps and of what there is to
 * keep, each series alike. Its error is that of the mean of kept - ratio * gain over the same series (linearised),
 * divided by the mean gain. Without `partly`, series in which some task was not judged are left out.
 */
export function keptShare(series: readonly PassSeries[], judge: Judge, partly = false): Kept {
  const used = series.filter((one) => (partly ? one.picks[judge] !== undefined : judgedWhole(one, judge)))
  if (used.length === 0) return null
  const meanOf = (value: (task: Picked) => number): WithError =>
    overSeries(
      used.map(({ benchmark, picks }) => ({
        benchmark,
        ...taskMean(picks[judge]!.map((task) => ({ value: value(task), n: task.n }))),
      })),
    )
  const gain = meanOf(({ solved }) => gainOf(solved)).value
  if (!(gain > 0)) return null
  const ratio = meanOf(keptOf).value / gain
  const { se, df } = meanOf((task) => keptOf(task) - ratio * gainOf(task.solved))
  return { value: ratio, se: se / gain, df, tasks: used.reduce((total, { picks }) => total + count(picks[judge]!), 0) }
}

/** A published summary by attempts: coverage, or what a judge picks, of one model on one benchmark. */
export type Attempts = {
  readonly benchmark: string
  readonly model: string
  readonly metric: string
  readonly k: number
  readonly score: number
  readonly n: number
}

/** The published summaries. */
export function attempts(rows: readonly RowOf<'parallel'>[]): Attempts[] {
  return rows
    .filter(({ axis, y }) => axis === 'attempts' && y !== null)
    .map(({ benchmark, model, metric, x, y, n }) => ({
      benchmark: benchmark!,
      model: model!,
      metric,
      k: x!,
      score: y!,
      n: n!,
    }))
}

/**
 * The share of the gain that a judge keeps, from published summaries at four passes: all there is for a judge whose
 * choices are not published task by task. No error follows from them; null without a series.
 */
export function keptOfSummaries(
  summaries: readonly Attempts[],
  judge: Judge,
): { value: number; series: number; tasks: number } | null {
  const find = (one: Attempts, metric: string, k: number): number | undefined =>
    summaries.find(
      (row) => row.benchmark === one.benchmark && row.model === one.model && row.metric === metric && row.k === k,
    )?.score
  const known = summaries
    .filter(({ metric, k }) => metric === judge && k === passes)
    .flatMap((one) => {
      const [single, covered] = [find(one, 'coverage', 1), find(one, 'coverage', passes)]
      return single === undefined || covered === undefined
        ? []
        : [{ kept: one.score - single, gain: covered - single, n: one.n }]
    })
  const total = (of: (one: (typeof known)[number]) => number): number => known.reduce((sum, one) => sum + of(one), 0)
  const gain = total((one) => one.gain)
  return gain > 0 ? { value: total((one) => one.kept) / gain, series: known.length, tasks: total(({ n }) => n) } : null
}

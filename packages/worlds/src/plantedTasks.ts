import { fail, type Stream } from '@lawbook/base'
import { checkSpreads } from './checkSpreads.ts'
import { clusterEffects, clusteredScores } from './clusterEffects.ts'
import { normalMean } from './normalMean.ts'

/** A population of models and tasks, and what a change does to their success. */
export type TaskWorld = {
  /** The log odds of success of a middling model on a middling task, halfway between the two conditions. */
  readonly level: number
  /** The standard deviation of the models' abilities, in log odds. */
  readonly abilitySd: number
  /** The standard deviation of the tasks' difficulties, in log odds. */
  readonly difficultySd: number
  /** The correlation of the difficulties of two tasks of a cluster, in [0, 1]. */
  readonly rho: number
  /** What `effect` is added to: the log odds of success, or its probability. */
  readonly scale: 'logit' | 'probability'
  /** The mean effect d of the treatment over clusters; 0 is the null. */
  readonly effect: number
  /** The standard deviation s of the effect over clusters: half of them, at random, have d + s, the others d - s. */
  readonly effectSd: number
}

/** Outcomes of models on tasks under two conditions, paired by model and task, and the truth behind them. */
export type PlantedTasks = {
  /** 1 for success, 0 for failure: models x tasks, row by row. */
  readonly control: Int32Array
  readonly treated: Int32Array
  /** The mean over the cells of P(treated) - P(control), exact for the models, tasks and effects that were drawn. */
  readonly difference: number
}

/**
 * Draws `models` models on tasks under two paired conditions (a Rasch model with a treatment; Rasch 1960). Model i has
 * ability a_i ~ N(0, abilitySd^2), task j difficulty b_j ~ N(0, difficultySd^2), alike within clusters by rho, and the
 * log odds are u = level + a_i - b_j. Cluster g has the effect d_g = effect +- effectSd. On the logit scale P =
 * logistic(u -+ d_g / 2), on the probability scale P = |d_g| / 2 + (1 - |d_g|) logistic(u) -+ d_g / 2, minus under
 * control, plus treated. The treatment is split evenly so that with effect = 0 the two conditions are exchangeable:
 * then sign flips of whole clusters are exact for any effectSd, while McNemar's test, which counts cells as
 * independent, holds for effectSd = 0 only. Given P all outcomes are independent.
 *
 * `clusters` is the cluster of each task (`unequalPackages` gives unequal ones). Throws LB_DOMAIN for rho outside [0,
 * 1], a negative standard deviation, or an effect on the probability scale with |effect| + effectSd > 1; LB_FIT without
 * a model or a task.
 */
export function plantedTasks(
  world: TaskWorld,
  options: { readonly models: number; readonly clusters: Int32Array; readonly stream: Stream },
): PlantedTasks {
  const { models, clusters, stream } = options
  check(world)
  if (!(Number.isInteger(models) && models >= 1 && clusters.length >= 1))
    fail('LB_FIT', `cannot plant ${models} models on ${clusters.length} tasks; give at least one of each`)
  const tasks = clusters.length
  const effects = clusterEffects(clusters, stream).map(
    (sign) => world.effect + (sign < 0 ? -world.effectSd : world.effectSd),
  )
  const difficulties = clusteredScores(clusterEffects(clusters, stream), world.rho, stream)
  const abilities = Float64Array.from({ length: models }, () => stream.normal())
  const control = new Int32Array(models * tasks)
  const treated = new Int32Array(models * tasks)
  let sum = 0
  for (let cell = 0; cell < models * tasks; cell++) {
    const j = cell % tasks
    const ability = world.abilitySd * abilities[Math.floor(cell / tasks)]!
    const [before, after] = success(world, ability - world.difficultySd * difficulties[j]!, effects[j]!)
    control[cell] = stream.uniform() < before ? 1 : 0
    treated[cell] = stream.uniform() < after ? 1 : 0
    sum += after - before
  }
  return { control, treated, difference: sum / (models * tasks) }
}

/**
 * The population's mean of P(treated) - P(control): E over u ~ N(level, abilitySd^2 + difficultySd^2) by quadrature and
 * over the two effects, d + s and d - s, exactly. It is `effect` itself on the probability scale. Throws LB_DOMAIN for
 * the spreads and effects that `plantedTasks` refuses.
 */
export function taskDifference(world: TaskWorld): number {
  check(world)
  const { effect, effectSd, abilitySd, difficultySd } = world
  const sd = Math.sqrt(abilitySd * abilitySd + difficultySd * difficultySd)
  const mean = (d: number): number =>
    normalMean((z) => {
      const [before, after] = success(world, sd * z, d)
      return after - before
    })
  return (mean(effect + effectSd) + mean(effect - effectSd)) / 2
}

/**
 * The probabilities of success under control and treated, for a log odds `deviation` from the level and an effect d.
 */
function success({ level, scale }: TaskWorld, deviation: number, d: number): [control: number, treated: number] {
  const u = level + deviation
  if (scale === 'logit') return [logistic(u - d / 2), logistic(u + d / 2)]
  const middle = Math.abs(d) / 2 + (1 - Math.abs(d)) * logistic(u)
  return [middle - d / 2, middle + d / 2]
}

function logistic(u: number): number {
  return 1 / (1 + Math.exp(-u))
}

function check({ level, effect, abilitySd, difficultySd, effectSd, scale }: TaskWorld): void {
  checkSpreads({ abilitySd, difficultySd, effectSd })
  if (!(Number.isFinite(level) && Number.isFinite(effect)))
    fail('LB_DOMAIN', `cannot plant a level of ${level} with an effect of ${effect}; both must be finite`)
  if (scale === 'probability' && Math.abs(effect) + effectSd > 1)
    fail('LB_DOMAIN', `cannot move a probability by ${effect} +- ${effectSd}; |effect| + effectSd must be at most 1`)
}

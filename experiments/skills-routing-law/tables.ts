import { fitLaw, lawById, predict, studentInterval } from '@lawbook/estimators'
import type { FitRecord, Row } from '@lawbook/schemas'
import { accuracyCurve } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Eligibility } from './eligible.ts'
import { type Observed, type Wording, wordings } from './evidence.ts'
import { type Judgement, judge } from './judge.ts'
import { jackknife, meanCurve } from './sample.ts'
import { rivalIds } from './statistics.ts'

type ByWording = readonly { readonly wording: Wording; readonly routers: readonly Eligibility[] }[]

/**
 * Every router's curve at every shown size, with the 90 % interval of the package jackknife, the line fitted over the
 * ladder, and the deviation from it in points. `sdLibrary` and `sdPool` are known at the Monte-Carlo sizes.
 */
export function curveRows(
  observed: Observed,
  byWording: ByWording,
  draws: readonly Row[],
  choices: RoutingChoices,
): Row[] {
  const sizes = [...new Set([...choices.shown, ...choices.ladder])].sort((a, b) => a - b)
  return byWording.flatMap(({ wording, routers }) =>
    routers.flatMap(({ id, title, kin, eligible }) => {
      const sample = observed.sample(id, 'test', wording, 'package')
      const standings = observed.rows('test', wording).map((row) => observed.standing(id, row))
      const exact = accuracyCurve(standings, sizes, observed.skills)
      const { value, se, df } = jackknife([sample], ([curve]) => curve!)
      const line = lineOver(sample.sizes, meanCurve(sample, null), choices.ladder)
      return sizes.map((size, k): Row => {
        const at = sample.sizes.indexOf(size)
        const [low, high] = studentInterval({ value: value[at]!, se: se[at]!, df, tail: 0.05 })
        const cell = draws.find((row) => row.router === id && row.wording === wording && row.size === size)
        const fitted = line(size)
        return {
          router: id,
          title,
          wording,
          judged: eligible,
          floor: kin === 'floor',
          size,
          right: exact.right[k]!,
          low: Math.max(0, low),
          high: Math.min(1, high),
          wrong: exact.wrong[k]!,
          abstain: exact.abstain[k]!,
          fitted,
          deviation: 100 * (exact.right[k]! - fitted),
          onLadder: choices.ladder.includes(size),
          sdLibrary: cell?.sdLibrary ?? null,
          sdPool: cell?.sdPool ?? null,
          n: standings.length,
        }
      })
    }),
  )
}

function lineOver(sizes: readonly number[], curve: Float64Array, ladder: readonly number[]): (size: number) => number {
  const law = lawById('log')
  const fit = fitLaw(
    law,
    Float64Array.from(ladder),
    Float64Array.from(ladder, (size) => curve[sizes.indexOf(size)]!),
  )
  return (size) => (fit.status === 'converged' ? predict(law, Float64Array.of(size), fit.parameters)[0]! : Number.NaN)
}

/** The line of every router, judged or not, with both intervals of its slope. */
export function slopeRows(observed: Observed, byWording: ByWording, choices: RoutingChoices): Row[] {
  return byWording.flatMap(({ wording, routers }) => {
    const judgement = judge(
      routers.map(({ id }) => ({ label: id, sample: observed.sample(id, 'test', wording, 'package') })),
      choices,
      choices.ladder,
    )
    return judgement.lines.map((line, k): Row => {
      const { id, title, kin, eligible } = routers[k]!
      return {
        router: id,
        title,
        kin,
        wording,
        judged: eligible,
        a: line.a.value,
        b: line.b.value,
        bLow: line.b.i90[0],
        bHigh: line.b.i90[1],
        bOuterLow: line.b.i995[0],
        bOuterHigh: line.b.i995[1],
        r2: line.r2?.value ?? null,
        r2Low: line.r2?.i90[0] ?? null,
        r2High: line.r2?.i90[1] ?? null,
        largestDeviation: line.largestDeviation.value,
        n: judgement.n,
        effectivePackages: judgement.effective,
      }
    })
  })
}

/** What each form, fitted up to `trainUpTo`, predicts at every shown size, and how far it is off, in points. */
export function formRows(observed: Observed, judged: readonly string[], choices: RoutingChoices): Row[] {
  const sizes = [...new Set([...choices.shown, ...choices.heldOut])]
    .filter((size) => size >= choices.ladder[0]!)
    .sort((a, b) => a - b)
  const train = choices.ladder.filter((size) => size <= choices.trainUpTo)
  return wordings.flatMap((wording) =>
    judged.flatMap((router) => {
      const sample = observed.sample(router, 'test', wording, 'package')
      const curve = meanCurve(sample, null)
      const at = (size: number): number => curve[sample.sizes.indexOf(size)]!
      const title = observed.routers.find(({ id }) => id === router)!.title
      return ['log', ...rivalIds].flatMap((form) => {
        const law = lawById(form)
        const fit = fitLaw(law, Float64Array.from(train), Float64Array.from(train, at))
        if (fit.status !== 'converged') return []
        const predicted = predict(law, Float64Array.from(sizes), fit.parameters)
        return sizes.map(
          (size, k): Row => ({
            router,
            title,
            wording,
            form,
            size,
            right: at(size),
            predicted: predicted[k]!,
            error: 100 * (predicted[k]! - at(size)),
            heldOut: size > choices.trainUpTo,
            judgedAt: choices.heldOut.includes(size),
          }),
        )
      })
    }),
  )
}

/** Who is judged and why, what calibration says, how often ties were settled by a hash. */
export function routerRows(
  byWording: ByWording,
  routers: readonly Row[],
  nearby: ReadonlyMap<string, number | null>,
): Row[] {
  return byWording.flatMap(({ wording, routers: list }) =>
    list.map(({ id, title, kin, eligible, reason, calibration }): Row => {
      const about = routers.find((row) => row.id === id)
      return {
        router: id,
        title,
        kin,
        wording,
        judged: eligible,
        reason,
        calibration10: calibration[0] ?? null,
        calibration500: calibration[1] ?? null,
        tiesSettledByHash: about?.tieBroken ?? null,
        wrongPicksNearby: wording === wordings[0] ? (nearby.get(id) ?? null) : null,
        source: about?.source ?? null,
      }
    }),
  )
}

/** The fitted lines over the ladder and the rivals over the training sizes, of every judged router. */
export function fitRecords(observed: Observed, main: Judgement, choices: RoutingChoices): FitRecord[] {
  const lines = main.lines.map(
    (line): FitRecord => ({
      id: `log-${line.label}`,
      law: 'log',
      equation: lawById('log').equation,
      series: `${line.label}, ${choices.wording} requests, judged half`,
      status: 'converged',
      parameters: [
        { name: 'a', value: line.a.value, i90: [...line.a.i90], unit: 'accuracy' },
        { name: 'b', value: line.b.value, i90: [...line.b.i90], unit: 'accuracy per e-fold of N' },
      ],
      n: choices.ladder.length,
      domain: `N = ${choices.ladder.join(', ')}`,
      loss: 'unweighted squares of exact accuracy',
      r2: line.r2?.value ?? null,
      largestDeviation: line.largestDeviation.value,
    }),
  )
  const train = choices.ladder.filter((size) => size <= choices.trainUpTo)
  const rivals = main.lines.flatMap(({ label }) =>
    rivalIds.map((form): FitRecord => {
      const sample = observed.sample(label, 'test', choices.wording as Wording, 'package')
      const curve = meanCurve(sample, null)
      const law = lawById(form)
      const fit = fitLaw(
        law,
        Float64Array.from(train),
        Float64Array.from(train, (size) => curve[sample.sizes.indexOf(size)]!),
      )
      return {
        id: `${form}-${label}`,
        law: form,
        equation: law.equation,
        series: `${label}, ${choices.wording} requests, judged half`,
        status: fit.status,
        parameters:
          fit.status === 'converged'
            ? law.parameters.map(({ name, unit }, k) => ({ name, value: fit.parameters[k]!, i90: null, unit }))
            : [],
        n: train.length,
        domain: `N = ${train.join(', ')}`,
        loss: 'unweighted squares of exact accuracy',
      }
    }),
  )
  return [...lines, ...rivals]
}

import type { StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { wordings } from '@lawbook/skill-requests'
import { jackknife, type Sample, sizeOf } from '@lawbook/sweeps'
import { budgetArm, doubledArms } from './budgetEvidence.ts'
import type { ExposureChoices } from './choices.ts'
import { type Estimated, nested } from './contrast.ts'
import type { Observed } from './evidence.ts'
import { groupingIds, refitted, structureArms } from './groupings.ts'
import { compare, type Panelist, type Reading } from './judge.ts'
import { judgedRouters, keptWhole, kinWeights } from './judged.ts'
import { breakSize, listedShares } from './listedShare.ts'
import { panel } from './measures.ts'
import { policyIds } from './policies.ts'
import { sources, spreadShares } from './spread.ts'

/** Accuracy against N of judged routers and the floor under every policy, both wordings, with the 90 % interval. */
export function curveRows(observed: Observed, choices: ExposureChoices): Row[] {
  const whole = keptWhole(observed, choices)
  return wordings.flatMap((wording) =>
    judgedRouters(observed, wording, choices)
      .filter(({ id }) => whole.has(id))
      .flatMap(({ id, short, kin, eligible }) =>
        policyIds.flatMap((policy) => {
          const sample = observed.sample(id, policy, wording)
          return meanRows([{ kin, sample }]).map(
            (point): Row => ({ router: id, short, kin, wording, judged: eligible, policy, ...point }),
          )
        }),
      ),
  )
}

/** Accuracy against N under each budget, mean over judged kins, beside the share of skills that is listed in full. */
export function budgetRows(observed: Observed, choices: ExposureChoices, stream: StreamFactory): Row[] {
  const routers = panel(observed, choices)
  const arms = [
    { budget: null, arm: doubledArms.unlimited as string },
    ...choices.budgets.map((budget) => ({ budget, arm: budgetArm(budget) })),
  ]
  return arms.flatMap(({ budget, arm }) => {
    const shares =
      budget === null
        ? null
        : listedShares(observed.lengths, budget, choices.ladder, choices.orders, stream('orders', budget))
    return meanRows(routers.map(({ kin, sample }) => ({ kin, sample: sample(arm) }))).map(
      (point, k): Row => ({
        arm,
        budget,
        breakSize: budget === null ? null : breakSize(observed.lengths, budget),
        listed: shares === null ? 1 : shares[k]!,
        drawingError: budget === null ? 0 : observed.drawingError(budget, choices.ladder[k]!),
        ...point,
      }),
    )
  })
}

/** The mean curve within kin, then over kins, with its 90 % interval; no rows without routers. */
function meanRows(routers: readonly { readonly kin: string; readonly sample: Sample }[]): Row[] {
  const [first] = routers
  if (first === undefined) return []
  const weights = kinWeights(routers)
  const { value, se, df } = jackknife(
    routers.map(({ sample }) => sample),
    (curves) =>
      first.sample.sizes.reduce((mean, _, k) => {
        mean[k] = curves.reduce((sum, curve, i) => sum + weights[i]! * curve[k]!, 0)
        return mean
      }, new Float64Array(first.sample.sizes.length)),
  )
  return first.sample.sizes.map((size, k): Row => {
    const interval = nested({ value: value[k]!, se: se[k]!, df }, 'two')!
    return { size, right: value[k]!, low: Math.max(0, interval.i90[0]), high: Math.min(1, interval.i90[1]) }
  })
}

/** The contrasts that figures show, signed, at every size that both arms have: per judged router and as their mean. */
export function effectRows(observed: Observed, choices: ExposureChoices): Row[] {
  const contrasts = [
    { contrast: 'full - name', first: 'full', second: 'name' },
    { contrast: 'full - description', first: 'full', second: 'description' },
    { contrast: 'body - full', first: 'body', second: 'full' },
    ...groupingIds.flatMap((grouping) => {
      const arms = structureArms(grouping)
      return [
        { contrast: `two-level, ${grouping}`, first: arms.twoLevel, second: 'full' },
        { contrast: `two-level relisted, ${grouping}`, first: arms.relisted, second: refitted },
        { contrast: `unit pick at equal skills, ${grouping}`, first: arms.unitPick, second: 'full' },
        { contrast: `unit pick at equal entries, ${grouping}`, first: arms.entries, second: 'full' },
      ]
    }),
  ]
  const routers = panel(observed, choices)
  const [one] = routers
  if (one === undefined) return []
  return contrasts.flatMap(({ contrast, ...arms }) => {
    const reading: Reading = { ...arms, scale: 'points' }
    const sizes = one.sample(arms.first).sizes.filter((size) => one.sample(arms.second).sizes.includes(size))
    return sizes.flatMap((size) => {
      const compared = compare(routers, reading, size)
      const estimates = [...compared.routers, { id: 'mean', ...compared.mean }]
      return estimates.map(({ id, ...estimate }): Row => ({ contrast, size, ...effectRow(id, estimate) }))
    })
  })
}

function effectRow(router: string, estimate: Estimated): Row {
  const interval = nested(estimate, 'two')
  return {
    router,
    effect: interval === null ? null : interval.value,
    lo90: interval?.i90[0] ?? null,
    hi90: interval?.i90[1] ?? null,
    lo995: interval?.i995[0] ?? null,
    hi995: interval?.i995[1] ?? null,
  }
}

/** Shares of the spread of accuracy at the judged size, over judged kins. */
export function spreadRows(observed: Observed, choices: ExposureChoices): Row[] {
  const judged: readonly Panelist[] = panel(observed, choices)
  const cells = judged.flatMap(({ id, kin }) =>
    policyIds.flatMap((policy) =>
      wordings.map((wording) => ({
        kin,
        policy,
        wording,
        sample: observed.sample(id, policy, wording),
        drawVariance: observed.drawVariance(id, policy, wording),
      })),
    ),
  )
  if (cells.length === 0) return []
  const shares = spreadShares(cells, choices.size)
  return sources.map((source): Row => {
    const interval = nested(shares[source], 'two')
    const low = interval === null ? null : Math.max(0, interval.i90[0])
    const high = interval === null ? null : Math.min(100, interval.i90[1])
    return { source, share: interval?.value ?? null, low, high }
  })
}

/** Who is judged and why, in both wordings, by how many requests. */
export function routerRows(observed: Observed, choices: ExposureChoices): Row[] {
  const counts = new Map(
    wordings.flatMap((wording) =>
      panel(observed, choices, wording)
        .slice(0, 1)
        .map(({ sample }) => [wording, sizeOf(sample('full')).requests] as const),
    ),
  )
  return wordings.flatMap((wording) =>
    judgedRouters(observed, wording, choices).map(
      ({ id, title, short, kin, source, eligible, reason, calibration }): Row => ({
        router: id,
        title,
        short,
        kin,
        wording,
        judged: eligible,
        reason,
        requests: counts.get(wording) ?? 0,
        calibration10: calibration[0] ?? null,
        calibration500: calibration[1] ?? null,
        source,
      }),
    ),
  )
}

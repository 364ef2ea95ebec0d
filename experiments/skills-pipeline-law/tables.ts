import type { PipelineEvidence } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import type { PipelineChoices } from './choices.ts'
import { type Fits, fitsOf } from './fits.ts'
import { law, rivals } from './forms.ts'
import type { Judged } from './judge.ts'
import { type Study, studyOf } from './study.ts'
import type { KnownRouter } from './whoIsJudged.ts'

/** A router in name that is the mean over those that are judged. */
export const meanOfJudged = 'mean'

/** Gamma of the judged routers: of the plan, and of plan and baseline without the plan's own skills, in two ways. */
type Gammas = Readonly<Record<'plan' | 'removed' | 'apart', Judged>>
type Asked = { readonly study: Study; readonly own: Fits; readonly line: Fits }

/** Every router's study and fits, judged or not, by way of asking. */
function askedBy(evidence: PipelineEvidence, routers: readonly KnownRouter[], choices: PipelineChoices) {
  return (arm: 'plan' | 'alone' | 'state'): Asked => {
    const study = studyOf(evidence, routers, arm, choices.ladder)
    return { study, own: fitsOf(study, choices), line: fitsOf(study, choices, { base: 'line' }) }
  }
}

/** The tables of accuracies and fits. */
export function lawTables(
  evidence: PipelineEvidence,
  routers: readonly KnownRouter[],
  gammas: Gammas,
  choices: PipelineChoices,
): Readonly<Record<'accuracy' | 'gammas' | 'penalty' | 'forms' | 'levels', Row[]>> {
  const by = askedBy(evidence, routers, choices)
  const [plan, alone, state] = [by('plan'), by('alone'), by('state')]
  const judged = [...routers.keys()].filter((r) => routers[r]!.eligible)
  return {
    accuracy: [
      ...accuracyRows('plan', plan, routers, judged, choices),
      ...accuracyRows('alone', alone, routers, judged, choices),
    ],
    gammas: routers.map((router, r) => gammaRow(router, r, { plan, alone, state }, gammas)),
    penalty: [
      ...penaltyRows('plan', plan, judged),
      ...penaltyRows('alone', alone, judged),
      ...penaltyRows('state', state, judged),
    ],
    forms: formRows(plan.own, judged),
    levels: levelRows(plan.line, judged, choices),
  }
}

/** Accuracy and law at each length and size; length 1: all steps asked alone, with the line in ln N. */
function accuracyRows(
  arm: string,
  { own }: Asked,
  routers: readonly KnownRouter[],
  judged: readonly number[],
  choices: PipelineChoices,
): Row[] {
  const ofRouter = (r: number) => {
    const { single, whole, product } = own.means(r, null)
    const [a, b, gamma] = own.values(r, null)
    const logP = own.logP(r)
    return [
      ...choices.ladder.map((size, s) => ({
        length: 1,
        size,
        right: single[s]!,
        product: single[s]!,
        law: a! - b! * Math.log(size),
      })),
      ...own.cells.map(({ length, size }, i) => ({
        length,
        size,
        right: whole[i]!,
        product: product[i]!,
        law: law.value(logP[i]!, length, gamma!),
      })),
    ]
  }
  const all = routers.map((_, r) => ofRouter(r))
  const rows = routers.flatMap(({ id, short, eligible }, r) =>
    all[r]!.map((cell): Row => ({ arm, router: id, short, judged: eligible, ...cell })),
  )
  const means = (all[0] ?? []).map(({ length, size }, i): Row => {
    const mean = (of: 'right' | 'product' | 'law'): number | null => meanOver(judged, (r) => all[r]![i]![of])
    const cell = { length, size, right: mean('right'), product: mean('product'), law: mean('law') }
    return { arm, router: meanOfJudged, short: 'mean of judged', judged: judged.length > 0, ...cell }
  })
  return [...rows, ...means]
}

function gammaRow(
  { id, title, short, kin, alike, eligible, reason, calibration }: KnownRouter,
  r: number,
  { plan, alone, state }: Readonly<Record<'plan' | 'alone' | 'state', Asked>>,
  gammas: Gammas,
): Row {
  const [a, b, gamma] = plan.own.values(r, null)
  const at = (fits: Fits): number | null => finite(fits.values(r, null)[fits.layout.gamma]!)
  const partOf = (judged: Judged) => judged?.parts().find(({ label }) => label === id)
  const part = partOf(gammas.plan)
  const printed = 6.7 * b! + 1.09
  return {
    router: id,
    title,
    short,
    kin,
    judged: eligible,
    reason,
    alike,
    small: calibration[0] ?? null,
    large: calibration[1] ?? null,
    a: a!,
    b: b!,
    gamma: finite(gamma!),
    lo90: part?.i90[0] ?? null,
    hi90: part?.i90[1] ?? null,
    printed,
    gap: finite(gamma! - printed),
    gammaAlone: at(alone.own),
    gammaState: at(state.own),
    gammaRemoved: partOf(gammas.removed)?.value ?? null,
    gammaApart: partOf(gammas.apart)?.value ?? null,
    gammaOfLine: at(plan.line),
    gammaOfLineAlone: at(alone.line),
  }
}

/**
 * What plans lose on independent steps, on the logarithmic scale, mean accuracies over judged routers: against the product of
 * the same plans' steps asked alone (`own`), and against the mean single step to the power K (`flat`). `eta` is the penalty
 * of Proposition 2 with p the own steps' mean. Null where a plan of that length is never right.
 */
function penaltyRows(arm: string, { own, study }: Asked, judged: readonly number[]): Row[] {
  return own.cells.map(({ length, size }, i): Row => {
    const s = study.sizes.indexOf(size)
    const mean = (of: 'whole' | 'product'): number => meanOver(judged, (r) => own.means(r, null)[of][i]!) ?? 0
    const [whole, product] = [mean('whole'), mean('product')]
    const single = meanOver(judged, (r) => own.means(r, null).single[s]!) ?? 0
    const known = whole > 0 && product > 0 && single > 0
    const p = known ? Math.exp(Math.log(product) / length) : 0
    return {
      arm,
      length,
      size,
      whole,
      product,
      single,
      own: known ? Math.log(product) - Math.log(whole) : null,
      flat: known ? length * Math.log(single) - Math.log(whole) : null,
      eta: known ? p - Math.exp((Math.log(whole) - Math.log(p)) / (length - 1)) : null,
    }
  })
}

/** What the law and its rivals, fitted to short plans, predict, mean over judged routers. */
function formRows(own: Fits, judged: readonly number[]): Row[] {
  if (!own.predicts || judged.length === 0) return []
  return [law, ...rivals].flatMap((form, j) =>
    own.cells.map(({ length, size }, i): Row => {
      const predicted = meanOver(judged, (r) =>
        form.value(own.logP(r)[i]!, length, own.forecasts(r, null).trained[j]!),
      )!
      const right = meanOver(judged, (r) => own.means(r, null).whole[i]!)!
      return { form: form.id, length, size, right, predicted, error: 100 * (predicted - right) }
    }),
  )
}

const levels = [0.5, 0.2, 0.1, 0.05, 0.02]

/** Lines of equal accuracy of the law, its a, b and gamma (with a - b ln N) the means over judged routers. */
function levelRows(line: Fits, judged: readonly number[], choices: PipelineChoices): Row[] {
  if (judged.length === 0 || line.cells.length === 0) return []
  const mean = (at: number): number => meanOver(judged, (r) => line.values(r, null)[at]!)!
  const [a, b, gamma] = [mean(line.layout.a), mean(line.layout.b), mean(line.layout.gamma)]
  const [from, to] = [Math.log(choices.ladder[0]!), Math.log(choices.ladder.at(-1)!)]
  return levels.flatMap((level) =>
    Array.from({ length: 41 }, (_, i): Row => {
      const logN = from + (i / 40) * (to - from)
      const p = a - b * logN
      const length = p > 0 && p < 1 ? Math.log(level) / (gamma * Math.log(p)) : null
      return { level, size: Math.exp(logN), length }
    }),
  )
}

function meanOver(routers: readonly number[], of: (r: number) => number): number | null {
  return routers.length === 0 ? null : routers.reduce((sum, r) => sum + of(r), 0) / routers.length
}

function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null
}

/**
 * The exponent of a profile of positions by its two baselines: sum of ln acc_k over K times ln of the first step's accuracy,
 * or of the mean step's. The latter is at least 1 whatever a router does, by the inequality of means.
 */
export function baselineRows(profile: readonly Row[]): Row[] {
  const keys = [...new Set(profile.map(({ arm, length }) => `${arm} ${length}`))]
  return keys.map((key): Row => {
    const own = profile.filter(({ arm, length }) => `${arm} ${length}` === key)
    const right = own.map((row) => Number(row.right))
    const logs = right.reduce((sum, x) => sum + Math.log(x), 0)
    const mean = right.reduce((sum, x) => sum + x, 0) / right.length
    const against = (p: number): number | null =>
      right.every((x) => x > 0) && p > 0 && p < 1 ? logs / (right.length * Math.log(p)) : null
    return {
      arm: own[0]!.arm!,
      length: own[0]!.length!,
      first: against(right[0]!),
      mean: against(mean),
    }
  })
}

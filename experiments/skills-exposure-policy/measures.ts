import type { Estimate, Measure } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import { sizeOf } from '@lawbook/sweeps'
import { type Alternative, alternatives } from './alternatives.ts'
import type { ExposureChoices } from './choices.ts'
import { absolute, estimateFrom, nested, overKins } from './contrast.ts'
import type { Observed } from './evidence.ts'
import {
  compare,
  estimateOf,
  type JudgedName,
  judge,
  judgedNames,
  type Panelist,
  primary,
  type Reading,
} from './judge.ts'
import { accurateRouters, judgedRouters } from './judged.ts'

const none: Estimate = { value: null, i90: null, i995: null }

const about: Readonly<Record<JudgedName, { readonly title: string; readonly unit: string }>> = {
  'exposure-effect': { title: 'accuracy with name and description less accuracy with the name alone', unit: 'points' },
  'granularity-effect': {
    title: 'accuracy of picking a merged unit less accuracy of picking a skill, as many entries of each',
    unit: 'points',
  },
  'structure-effect': {
    title: 'accuracy of two-level routing, units listed by all their members, less accuracy of flat routing',
    unit: 'points',
  },
  'description-gap': { title: 'accuracy that is lost without descriptions, relative to the full listing', unit: '%' },
}

/** The routers that are judged, or all that are accurate enough, as panelists of one wording. */
export function panel(
  observed: Observed,
  choices: ExposureChoices,
  wording: Wording | 'mean' = choices.wording as Wording,
  everybody = false,
): Panelist[] {
  const routers = everybody
    ? accurateRouters(observed, choices)
    : judgedRouters(observed, choices.wording as Wording, choices).filter(({ eligible }) => eligible)
  return routers.map(({ id, short, kin }) => ({ id, short, kin, sample: (arm) => observed.sample(id, arm, wording) }))
}

/** The four judged measures. Differences are folded to absolute values, which is what the claims speak of. */
export function judgedMeasures(observed: Observed, choices: ExposureChoices): Measure[] {
  const routers = panel(observed, choices)
  const judged = judge(routers, choices.size)
  return judgedNames.map((name): Measure => {
    const estimate = judged[name]
    const { title, unit } = about[name]
    const folded = primary[name].scale === 'absolute'
    return {
      id: name,
      title: folded ? `${title}, absolute (its sign: ${signedId(name)})` : title,
      unit,
      ...estimate,
      ...reasonFor(estimate, routers),
      method: methodOf(choices),
      ...basis(routers),
      ...(folded ? {} : { parts: partsOf(routers, primary[name], choices.size) }),
      alternatives: [
        ...alternativesOf(observed, choices, name),
        { choice: 'interval', option: 'over kins, as if drawn', ...acrossKins(routers, name, choices.size) },
      ],
    }
  })
}

/** The same differences with their signs, router by router and under every alternative: no claim is judged by them. */
export function signedMeasures(observed: Observed, choices: ExposureChoices): Measure[] {
  const routers = panel(observed, choices)
  return judgedNames
    .filter((name) => primary[name].scale === 'absolute')
    .map((name) => ({
      ...signedMeasure(routers, choices, { ...about[name], id: signedId(name), reading: primary[name] }),
      alternatives: alternativesOf(observed, choices, name, 'points'),
    }))
}

/** One difference of two arms in points with its sign. */
export function signedMeasure(
  routers: readonly Panelist[],
  choices: ExposureChoices,
  about: { readonly id: string; readonly title: string; readonly reading: Reading },
): Measure {
  const { id, title, reading } = about
  const signed: Reading = { ...reading, scale: 'points' }
  const estimate = routers.length === 0 ? none : estimateOf(compare(routers, signed, choices.size), 'points')
  return {
    id,
    title,
    unit: 'points',
    ...estimate,
    ...reasonFor(estimate, routers),
    method: methodOf(choices),
    ...basis(routers),
    parts: partsOf(routers, signed, choices.size),
  }
}

function signedId(name: JudgedName): string {
  return name.replace('-effect', '-difference')
}

function methodOf({ size, wording }: ExposureChoices): string {
  return `exact expected accuracy at N = ${size}, ${wording} requests; mean over the judged routers, one a kin`
}

/** Every alternative of a measure on its own scale, or all differences with their signs. */
function alternativesOf(
  observed: Observed,
  choices: ExposureChoices,
  name: JudgedName,
  scale?: Reading['scale'],
): NonNullable<Measure['alternatives']> {
  return alternatives[name].map(({ choice, option, ...changed }) => {
    const reading = changed.reading ?? primary[name]
    return {
      choice,
      option,
      ...alternative(observed, choices, { ...changed, reading: { ...reading, scale: scale ?? reading.scale } }),
    }
  })
}

function alternative(
  observed: Observed,
  choices: ExposureChoices,
  changed: Omit<Alternative, 'choice' | 'option'> & { readonly reading: Reading },
): Estimate {
  const routers = panel(observed, choices, changed.wording, changed.everybody)
  const size = changed.size ?? choices.size
  if (routers.length === 0) return none
  const known = [changed.reading.first, changed.reading.second].every((arm) =>
    routers[0]!.sample(arm).sizes.includes(size),
  )
  return known ? estimateOf(compare(routers, changed.reading, size), changed.reading.scale) : none
}

function acrossKins(routers: readonly Panelist[], name: JudgedName, size: number): Estimate {
  const { scale } = primary[name]
  if (routers.length === 0 || scale === 'relative') return none
  const estimate = overKins(compare(routers, primary[name], size))
  const intervals = estimate === null ? null : nested(estimate, 'one')
  return estimateFrom(intervals === null ? null : absolute(intervals))
}

/** Each router alone. */
function partsOf(routers: readonly Panelist[], reading: Reading, size: number): NonNullable<Measure['parts']> {
  return routers.map((router) => ({
    label: router.short,
    ...estimateOf(compare([router], reading, size), reading.scale),
    n: sizeOf(router.sample(reading.first)).requests,
  }))
}

/** Why there is no number, where there is none. */
export function reasonFor({ value }: Estimate, routers: readonly Panelist[]): { reason?: string } {
  if (value !== null) return {}
  return {
    reason:
      routers.length === 0
        ? 'no router reached the calibration accuracy that is needed to be judged'
        : 'the statistic does not exist here: too few sizes beside the break, or an accuracy of 0 to divide by',
  }
}

/** Whom the number speaks of, and what its intervals resample. */
export function basis(routers: readonly Panelist[]): Pick<Measure, 'resampled' | 'n' | 'evidence'> {
  const [first] = routers
  if (first === undefined) return { resampled: 'nothing', n: 0, evidence: 'routed' }
  const { requests, clusters, effective } = sizeOf(first.sample('full'))
  return {
    resampled: `packages: ${clusters}, worth ${effective.toFixed(1)} equal ones (delete-one jackknife, t); ${routers.length} routers of as many kins held fixed`,
    n: requests,
    evidence: 'routed',
  }
}

import type { Estimate, Measure } from '@lawbook/schemas'
import { wordings } from '@lawbook/skill-requests'
import { sizeOf } from '@lawbook/sweeps'
import { type Alternative, alternativesOf } from './alternatives.ts'
import type { OptimizationChoices } from './choices.ts'
import { asEstimate, type Estimated, estimate } from './estimate.ts'
import type { Book, Observed, Panel } from './evidence.ts'
import { change, type JudgedId, judge, judgedIds } from './judge.ts'

const titles: Readonly<Record<JudgedId, string>> = {
  gain: 'accuracy after the authors’ four steps less accuracy before',
  hijack: 'share of wrong skills chosen after the authors’ four steps less the share before',
  capture: 'share of requests captured by a black hole after the authors’ four steps less the share before',
  'boundary-share': 'boundary rewriting’s Shapley share of what the authors’ four steps change in accuracy',
  'removal-share': 'abstract-skill removal’s Shapley share of what the authors’ four steps change in accuracy',
  'edits-gain': 'accuracy after our four steps less accuracy before, requests that the steps have not read',
  'placebo-difference': 'accuracy after our four steps less accuracy with their added words given to other skills',
  'hub-gain': 'accuracy with our correction of hubs less accuracy without, no listing edited',
  'kept-elsewhere': 'gain of our four steps in the other library less half of their gain here',
}

/** The judged measures with their declared alternatives, router by router where that is known. */
export function judgedMeasures(observed: Observed, choices: OptimizationChoices): Measure[] {
  const { panel } = observed
  const found = panel === null ? null : judge(panel, choices)
  return judgedIds.map((id): Measure => {
    const value = asEstimate(found?.[id] ?? null)
    return {
      id,
      title: titles[id],
      unit: 'points',
      ...value,
      ...reasonFor(value, observed),
      method: methodOf(id, choices),
      ...basis(observed, bookFor(id)),
      ...(partArm[id] === undefined ? {} : { parts: partsOf(observed, ...partArm[id]) }),
      alternatives:
        panel === null
          ? []
          : [...byWording(id, panel, choices), ...alternativesOf(id, observed, panel, choices)].map(asAlternative),
    }
  })
}

/** The same measure on the requests of one wording alone. */
function byWording(id: JudgedId, panel: Panel, choices: OptimizationChoices): Alternative[] {
  return wordings.map((tested, k) => {
    const only = ({ columns, sample }: Book): Book => ({ columns, sample: { ...sample, strata: [sample.strata[k]!] } })
    const { pooled, held, ladder, elsewhere } = panel
    const books = { pooled: only(pooled), held: only(held), ladder: only(ladder), elsewhere: only(elsewhere) }
    return { choice: 'wording tested', option: tested, found: judge(books, choices)[id] }
  })
}

const asAlternative = ({ choice, option, found }: Alternative) => ({ choice, option, ...asEstimate(found) })

/** What a measure of one arm reads of each router. */
const partArm: Readonly<Partial<Record<JudgedId, readonly [arm: string, outcome: string]>>> = {
  gain: ['authors', 'right'],
  hijack: ['authors', 'wrong'],
  'edits-gain': ['ours', 'right'],
  'hub-gain': ['hub', 'right'],
}

function partsOf(observed: Observed, arm: string, outcome: string): NonNullable<Measure['parts']> {
  return observed.judged.map(({ id, short }) => {
    const book = observed.routed(id)
    return {
      label: short,
      ...asEstimate(estimate(book, change(arm, outcome))),
      n: sizeOf(book.sample).requests,
    }
  })
}

function bookFor(id: JudgedId): keyof Panel {
  return id === 'capture' ? 'held' : id === 'kept-elsewhere' ? 'elsewhere' : 'pooled'
}

function methodOf(id: JudgedId, { size, elsewhere }: OptimizationChoices): string {
  const mean = 'mean of both wordings and over the judged routers, one a kin; every original request counts'
  if (id === 'capture') return `whole library, black holes frozen on calibration requests before any edit; ${mean}`
  if (id === 'kept-elsewhere')
    return `exact expected accuracy at N = ${elsewhere} in both libraries; Welch's degrees of freedom; ${mean}`
  return `exact expected accuracy at N = ${size}; ${mean}`
}

/** Why there is no number, where there is none. */
export function reasonFor({ value }: Estimate, { judged }: Observed): { reason?: string } {
  if (value !== null) return {}
  return {
    reason:
      judged.length === 0
        ? 'no router reached the calibration accuracy that is needed to be judged'
        : 'there is nothing to divide or to keep: our steps do not clearly gain here, or nothing was observed',
  }
}

/** Whom a number speaks of, and what its intervals resample. */
export function basis({ panel, judged }: Observed, book: keyof Panel): Pick<Measure, 'resampled' | 'n' | 'evidence'> {
  if (panel === null) return { resampled: 'nothing', n: 0, evidence: 'routed' }
  const { requests, clusters, effective } = sizeOf(panel[book].sample)
  const what = book === 'elsewhere' ? 'families of skills' : 'packages'
  return {
    resampled: `${what}: ${clusters}, worth ${effective.toFixed(1)} equal ones (delete-one jackknife, t); ${judged.length} routers of as many kins held fixed`,
    n: requests,
    evidence: 'routed',
  }
}

/** A measure that no claim is judged by. */
export function shownMeasure(
  observed: Observed,
  about: {
    readonly id: string
    readonly title: string
    readonly unit: string
    readonly method: string
    readonly book: keyof Panel
  },
  found: Estimated | null,
): Measure {
  const { id, title, unit, method, book } = about
  const value = asEstimate(found, 'two')
  return { id, title, unit, ...value, ...reasonFor(value, observed), method, ...basis(observed, book) }
}

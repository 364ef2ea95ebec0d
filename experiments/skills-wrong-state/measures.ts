import { type DependencyClass, dependencyClasses } from '@lawbook/pipelines'
import type { Estimate, Measure } from '@lawbook/schemas'
import type { WrongStateChoices } from './choices.ts'
import { type Clustering, changeOf, type Estimated, passShare, shareOf, survivalDifference } from './effects.ts'
import type { ExecutedPair } from './executed.ts'
import { nearestAlone, type Observed, ofRouter, type Panel } from './panel.ts'

/** What was resampled by the first rule. */
const fixedFirst: readonly Clustering[] = ['second-step skills']

/** The measures that claims are judged by: the routing part in each class, and survival by dependency. */
export const judgedIds = ['routing-tight', 'routing-loose', 'routing-independent', 'survival-by-dependency'] as const
export type JudgedId = (typeof judgedIds)[number]

/** The judged numbers of a panel: of what was observed, or of a planted world. */
export function judge(panel: Panel): Record<JudgedId, Estimated> {
  const routing = (kind: DependencyClass): Estimated => changeOf(panel, kind, 'routing', 'own')
  return {
    'routing-tight': routing('tight'),
    'routing-loose': routing('loose'),
    'routing-independent': routing('independent'),
    'survival-by-dependency': survivalDifference(panel.pairs, 'aware'),
  }
}

/** All measures: the four judged ones, then quality and the gap between its two outcomes, which no claim is judged by. */
export function measuresOf(observed: Observed, choices: WrongStateChoices): Measure[] {
  const panel = observed.panel(observed.judged, choices.size)
  return [
    ...dependencyClasses.map((kind) => routingMeasure(observed, panel, kind, choices)),
    survivalMeasure(panel),
    ...dependencyClasses.map((kind) => qualityMeasure(panel, kind, choices)),
    ...dependencyClasses.map((kind) => artefactMeasure(panel.pairs, kind)),
  ]
}

function routingMeasure(observed: Observed, panel: Panel, kind: DependencyClass, choices: WrongStateChoices): Measure {
  const { ladder, size } = choices
  const byChance = observed.panel(observed.judged, size, 'own skills')
  return {
    id: `routing-${kind}`,
    title: `${kind} pairs: chance that the right second skill is chosen, after a wrong state less after the right one`,
    unit: 'points',
    ...cells(judge(panel)[`routing-${kind}`]),
    method: methodAt(size),
    evidence: 'executed',
    parts: panel.routers.map(({ short }, r) => ({
      label: short,
      ...limits(changeOf(ofRouter(panel, r), kind, 'routing', 'own')),
    })),
    alternatives: [
      alternative('contrast', 'against no state', changeOf(panel, kind, 'routing', 'none')),
      alternative(
        'contrast',
        'against a placebo state, its skill in the library',
        changeOf(panel, kind, 'routing', 'placebo'),
      ),
      alternative('outcome', 'quality, dependency-aware', changeOf(panel, kind, 'aware', 'own')),
      ...otherQualities(panel, kind),
      alternative('wrong states', 'the nearest alone', changeOf(nearestAlone(panel), kind, 'routing', 'own')),
      alternative('resampled', 'second-step skills and kins', changeOf(panel, kind, 'routing', 'own', fixedFirst)),
      alternative('libraries', 'the wrong skill by chance only', changeOf(byChance, kind, 'routing', 'own')),
      alternative('libraries and resampled', 'the first rule', changeOf(byChance, kind, 'routing', 'own', fixedFirst)),
      alternative('libraries and contrast', 'the same, against no state', changeOf(byChance, kind, 'routing', 'none')),
      ...ladder
        .filter((other) => other !== size)
        .map((other) =>
          alternative(
            'library size',
            `N = ${other}`,
            changeOf(observed.panel(observed.judged, other), kind, 'routing', 'own'),
          ),
        ),
    ],
  }
}

function survivalMeasure(panel: Panel): Measure {
  return {
    id: 'survival-by-dependency',
    title:
      'products that pass the dependency-aware check after a wrong first step: share in loose pairs less share in tight ones',
    unit: 'points',
    ...cells(judge(panel)['survival-by-dependency']),
    method: 'whether the right second skill’s product passes; mean over wrong states, then over pairs of a class',
    evidence: 'executed',
    alternatives: [
      alternative('outcome', 'dependency-blind', survivalDifference(panel.pairs, 'blind')),
      alternative(
        'resampled',
        'by nearest wrong skill as well',
        survivalDifference(panel.pairs, 'aware', ['second-step skills', 'nearest wrong skills']),
      ),
      alternative('wrong states', 'the nearest alone', survivalDifference(nearestAlone(panel).pairs, 'aware')),
    ],
  }
}

function qualityMeasure(panel: Panel, kind: DependencyClass, { size }: WrongStateChoices): Measure {
  return {
    id: `quality-${kind}`,
    title: `${kind} pairs: dependency-aware quality, after a wrong state less after the right one`,
    unit: 'points',
    ...cells(changeOf(panel, kind, 'aware', 'own')),
    method: methodAt(size),
    evidence: 'executed',
    alternatives: otherQualities(panel, kind),
  }
}

/** The other readings of quality: held against what was given, and against no upstream at all. */
function otherQualities(panel: Panel, kind: DependencyClass): NonNullable<Measure['alternatives']> {
  return [
    alternative('outcome', 'quality, dependency-blind', changeOf(panel, kind, 'blind', 'own')),
    alternative('outcome and contrast', 'quality, aware, against no state', changeOf(panel, kind, 'aware', 'none')),
    alternative('outcome and contrast', 'quality, blind, against no state', changeOf(panel, kind, 'blind', 'none')),
  ]
}

/** What the two checks disagree on: right for what it was given, wrong for the whole task. */
function artefactMeasure(pairs: readonly ExecutedPair[], kind: DependencyClass): Measure {
  const gap = (pair: ExecutedPair): number => passShare(pair, 'wrong', 'blind') - passShare(pair, 'wrong', 'aware')
  return {
    id: `blind-less-aware-${kind}`,
    title: `${kind} pairs: products after a wrong first step that pass the blind check, less those that pass the aware one`,
    unit: 'points',
    ...cells(shareOf(pairs, kind, gap)),
    method: 'shares of wrong states; mean over wrong states, then over pairs of a class',
    evidence: 'executed',
  }
}

function methodAt(size: number): string {
  return `exact chances at N = ${size}, in libraries that hold the pair’s skills and the wrong one; mean over wrong states, pairs and judged routers, one a kin`
}

function alternative(choice: string, option: string, estimated: Estimated) {
  return { choice, option, ...limits(estimated) }
}

function limits({ value, i90, i995 }: Estimated): Estimate {
  return { value, i90, i995 }
}

function cells(estimated: Estimated): Pick<Measure, 'value' | 'i90' | 'i995' | 'resampled' | 'n' | 'reason'> {
  const { resampled, n, reason } = estimated
  return { ...limits(estimated), resampled, n, ...(reason === undefined ? {} : { reason }) }
}

import type { Measure } from '@lawbook/schemas'
import type { ExecutionChoices } from './choices.ts'
import { meanOver } from './compare.ts'
import { lowestThird } from './difficulty.ts'
import { difficultWithoutLeaks, everywhere, points, times, withoutLeaks } from './judged.ts'
import { counted, measureOf } from './measures.ts'
import { pairsIn } from './stateMeasures.ts'
import type { Quantity, Study } from './study.ts'

/**
 * Under which conditions it is counted how often a skill that is in every library stands before the second step's: the first
 * step's own one and, where it is held too, the one that left the placebo. `size`: the library of these and nothing else.
 */
const firstAgain = [
  { id: 'alone', quantity: 'second', size: 2, title: 'the step alone' },
  { id: 'plan', quantity: 'plan-second', size: 2, title: 'the whole plan' },
  { id: 'own', quantity: 'state', size: 2, title: 'the own executed state' },
  { id: 'placebo', quantity: 'placebo', size: 2, title: 'another pair’s state, its source out' },
  { id: 'placebo-present', quantity: 'placebo-present', size: 3, title: 'another pair’s state, its source in' },
  { id: 'asserted', quantity: 'asserted', size: 2, title: 'the word that the step before is done' },
] as const satisfies readonly { id: string; quantity: Quantity; size: number; title: string }[]

/** What stands beside the judged numbers: what a state does at all, what execution adds, and how high the ratio can go. */
export function shownMeasures(study: Study, { size }: ExecutionChoices): Measure[] {
  const hard = difficultWithoutLeaks(study)
  const quiet = withoutLeaks(study)
  const mean = (quantity: Quantity, cells: Uint8Array): number =>
    meanOver(study, study.chances(quantity, size), cells, [...study.routers.keys()], [...study.pairs.keys()])
  const onHard = { n: pairsIn(study, hard), evidence: 'executed' } as const
  const onAll = { n: pairsIn(study, quiet), evidence: 'executed' } as const
  const method = 'difference of means over pairs and judged routers'
  const onItself = lowestThird(study, 'second', size, everywhere(study))
  const [own, placebo] = [mean('state', hard), mean('placebo-present', hard)]
  const [closed, right] = [mean('closed', quiet), mean('right-ones', quiet)]
  return [
    counted(
      {
        id: 'normalised-gain',
        title: 'part of what was left to gain on difficult pairs that the own state gains',
        unit: 'share',
        ...onHard,
      },
      (own - placebo) / (1 - placebo),
      '(P(B | own) - P(B | placebo)) / (1 - P(B | placebo)), of means; the skill that left the placebo is in the library',
    ),
    counted(
      { id: 'rescue-cap', title: 'the largest ratio that difficult pairs allow', unit: 'times', ...onHard },
      1 / placebo,
      '1 / mean P(B | placebo), the skill that left it in the library',
    ),
    measureOf(
      {
        id: 'placebo-effect',
        title: 'P(B) after another pair’s state, its source in the library, less P(B) of the step alone, all pairs',
        method,
        unit: 'points',
        ...onAll,
      },
      points(study, { above: 'placebo-present', below: 'second', cells: quiet, size }),
    ),
    measureOf(
      {
        id: 'execution-above-assertion',
        title:
          'P(B) after the own executed state less P(B) after the word that the step before is done, difficult pairs',
        method,
        unit: 'points',
        ...onHard,
      },
      points(study, { above: 'state', below: 'asserted', cells: hard, size }),
    ),
    measureOf(
      {
        id: 'assertion-effect',
        title: 'P(B) after the word that the step before is done less P(B) of the step alone, difficult pairs',
        method,
        unit: 'points',
        n: pairsIn(study, hard),
        evidence: 'routed',
      },
      points(study, { above: 'asserted', below: 'second', cells: hard, size }),
    ),
    measureOf(
      {
        id: 'regression-to-the-mean',
        title:
          'P(B) in the other wording over P(B) in the judged one, for pairs lowest in the judged one, without any state',
        method:
          'ratio of means over the lowest third of each router: what choosing on the judged number would have given for nothing',
        unit: 'times',
        n: pairsIn(study, onItself),
        evidence: 'routed',
      },
      times(study, { above: 'other', below: 'second', cells: onItself, size }),
    ),
    counted(
      {
        id: 'tolerance',
        title: 'part of the closed loop’s success that comes over other skills than the two right ones',
        unit: 'share',
        ...onAll,
      },
      1 - right / closed,
      '1 - sum of chances of the two right skills / sum of chances of any right end',
    ),
    ...firstAgain.map(({ id, quantity, size: smallest, title }) =>
      counted(
        {
          id: `first-again-${id}`,
          title: `second choices that miss the right one with nothing but the pair’s own skills in the library: ${title}`,
          unit: 'share',
          n: pairsIn(study, quiet),
          evidence: id === 'own' || id.startsWith('placebo') ? 'executed' : 'routed',
        },
        1 -
          meanOver(study, study.chances(quantity, smallest), quiet, [...study.routers.keys()], [...study.pairs.keys()]),
        '1 - mean P(B) in the smallest library that the condition has: what no smaller library can mend',
      ),
    ),
    counted(
      {
        id: 'leaking-states',
        title: 'pairs whose executed state names the skill of the second step',
        unit: 'pairs',
        n: study.pairs.length,
        evidence: 'executed',
      },
      study.pairs.filter(({ leaks }) => leaks).length,
    ),
    counted(
      {
        id: 'kins',
        title: 'kins of routers that are judged',
        unit: 'kins',
        n: study.routers.length,
        evidence: 'routed',
      },
      new Set(study.routers.map(({ kin }) => kin)).size,
    ),
  ]
}

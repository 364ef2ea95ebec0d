import { dependencyClasses } from '@lawbook/pipelines'
import type { Measure } from '@lawbook/schemas'
import type { ExecutionChoices } from './choices.ts'
import { meanOfRatios } from './compare.ts'
import { lowestThird } from './difficulty.ts'
import {
  difficultWithoutLeaks,
  everywhere,
  judgedNumbers,
  points,
  type Reading,
  read,
  times,
  withoutLeaks,
} from './judged.ts'
import { type Alternative, measureOf } from './measures.ts'
import { cellsWhere, type Study } from './study.ts'

/** Claim H7 in three readings: the ratio, its direction, and realised joint success against the product. */
export function stateMeasures(study: Study, choices: ExecutionChoices): Measure[] {
  const found = judgedNumbers(study, choices)
  const { size } = choices
  const hard: Reading = { above: 'state', below: 'placebo-present', cells: difficultWithoutLeaks(study), size }
  const realised: Reading = { above: 'closed', below: 'product', cells: withoutLeaks(study), size }
  const inTimes = (under: Partial<Reading>, of = hard) => times(study, { ...of, ...under })
  const inPoints = (under: Partial<Reading>, of = hard) => points(study, { ...of, ...under }, 'one')
  const executed = { evidence: 'executed' } as const
  const onHard = { n: pairsIn(study, hard.cells), ...executed }
  return [
    measureOf(
      {
        id: 'rescue',
        title:
          'P(B) after the own executed state over P(B) after another pair’s with its source in the library, difficult pairs',
        method: `ratio of means over difficult pairs (lowest third of P(B) at N = ${size} in the other wording, for each router) and judged routers; interval on the logarithm`,
        unit: 'times',
        ...onHard,
      },
      found.rescue,
      [
        ...alternativesOf(study, choices, hard, inTimes),
        {
          choice: 'mean',
          option: 'of the routers’ ratios (geometric)',
          found: meanOfRatios(study, read(study, hard), { sided: 'two' }),
        },
        {
          choice: 'difficult',
          option: 'set on the placebo chances themselves (the wrong way)',
          found: inTimes({ cells: lowestThird(study, 'placebo-present', size, withoutLeaks(study)) }),
        },
        { choice: 'success', option: 'realised joint over product, all pairs', found: inTimes({}, realised) },
        {
          choice: 'success',
          option: 'realised joint over product, difficult pairs',
          found: inTimes({ cells: hard.cells }, realised),
        },
      ],
    ),
    measureOf(
      {
        id: 'state-helps',
        title:
          'P(B) after the own executed state less P(B) after another pair’s with its source in the library, difficult pairs',
        method: 'difference of means over difficult pairs and judged routers',
        unit: 'points',
        ...onHard,
      },
      found['state-helps'],
      alternativesOf(study, choices, hard, inPoints),
    ),
    measureOf(
      {
        id: 'realised-above-product',
        title: 'realised joint success in the closed loop less P(A) P(B) of the steps alone',
        method: 'difference of means over all pairs and judged routers',
        unit: 'points',
        n: pairsIn(study, realised.cells),
        ...executed,
      },
      found['realised-above-product'],
      [
        {
          choice: 'success',
          option: 'the two right skills alone',
          found: inPoints({ above: 'right-ones' }, realised),
        },
        {
          choice: 'success',
          option: 'the two right skills, the first removed after it',
          found: inPoints({ above: 'right-ones-removed' }, realised),
        },
        {
          choice: 'success',
          option: 'no state: the steps alone in one library',
          found: inPoints({ above: 'common' }, realised),
        },
        { choice: 'leaks', option: 'with them', found: inPoints({ cells: everywhere(study) }, realised) },
        { choice: 'pairs', option: 'difficult', found: inPoints({ cells: hard.cells }, realised) },
        ...shared(study, choices, (under) => inPoints(under, realised)),
      ],
    ),
  ]
}

type Find = (under: Partial<Reading>) => Alternative['found']

/** The alternatives that the ratio and its direction have in common. */
function alternativesOf(study: Study, choices: ExecutionChoices, { size, cells }: Reading, find: Find): Alternative[] {
  const other = study.chances('other', size)
  const low = cellsWhere(study, ({ leaks }, cell) => !leaks && other[cell]! <= choices.atMost)
  return [
    { choice: 'against', option: 'the step alone', found: find({ below: 'second' }) },
    { choice: 'against', option: 'the word that the step before is done', found: find({ below: 'asserted' }) },
    {
      choice: 'library',
      option: 'the skill that left the placebo in it by chance only (the first rule)',
      found: find({ below: 'placebo' }),
    },
    {
      choice: 'library',
      option: 'without the skills that left the states',
      found: find({ above: 'state-removed', below: 'placebo-removed' }),
    },
    {
      choice: 'library',
      option: 'without them, against the word that the step before is done',
      found: find({ above: 'state-removed', below: 'asserted-removed' }),
    },
    { choice: 'difficult', option: `P(B) at most ${choices.atMost}`, found: find({ cells: low }) },
    { choice: 'difficult', option: 'all pairs', found: find({ cells: withoutLeaks(study) }) },
    { choice: 'leaks', option: 'with them', found: find({ cells: study.difficult }) },
    ...shared(study, choices, find, cells),
  ]
}

/** Each other size, and each class of pairs. */
function shared(
  study: Study,
  choices: ExecutionChoices,
  find: Find,
  cells: Uint8Array = withoutLeaks(study),
): Alternative[] {
  return [
    ...choices.ladder
      .filter((size) => size !== choices.size)
      .map((size) => ({ choice: 'library size', option: `N = ${size}`, found: find({ size }) })),
    ...dependencyClasses.map((name) => ({
      choice: 'pairs',
      option: name,
      found: find({ cells: cellsWhere(study, (pair, cell) => pair.class === name && cells[cell] === 1) }),
    })),
  ]
}

/** Pairs that are chosen for at least one router. */
export function pairsIn({ routers, pairs }: Study, cells: Uint8Array): number {
  return pairs.filter((_, i) => routers.some((_, r) => cells[r * pairs.length + i] === 1)).length
}

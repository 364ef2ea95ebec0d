import type { Row } from '@lawbook/schemas'
import type { Eligibility } from '@lawbook/sweeps'
import type { ExecutionChoices } from './choices.ts'
import type { JudgedRouter, Study } from './study.ts'

/** What a reader of the numbers should know: who ran, who is judged and why, and how far the numbers can be read. */
export function notesOf({
  study,
  routers,
  states,
  choices,
}: {
  readonly study: Study
  readonly routers: readonly Eligibility<JudgedRouter & { readonly title: string }>[]
  readonly states: readonly Row[]
  readonly choices: ExecutionChoices
}): string[] {
  const of = (column: string): number =>
    states.reduce((sum, row) => sum + Number(row[column]), 0) / Math.max(1, states.length)
  const count = (column: string): number => states.filter((row) => row[column] === true).length
  const skills = new Set(study.pairs.map(({ second }) => second)).size
  return [
    'Local routers: retrieval programs, not language models. The paper tested language models on its own tasks and library.',
    `Judged are ${study.routers.length} routers, one a kin, on ${study.pairs.length} pairs whose second steps need ${skills} skills, at N = ${choices.size}.`,
    'Steps that share one library are beaten by some of the same skills and so fail together: a residual above zero without any channel is that arithmetic, and every joint number contains it.',
    'A state is put after the step’s own text as words. For a router that compares words it can help in one way alone: by words that the right skill’s listing has and those of its rivals have not.',
    'A state also draws a router to the skill that left it. The first skill of a pair is in every library, and so is the skill that left a placebo where the two are judged; the first rule held it by chance only (alternatives “library”) and was changed after its result was seen.',
    'The residual under the plan is no coupling between steps: the words of the plan call for the pair’s other own skill, so that each step by itself gets worse; against the product of the steps as asked under the plan little is left.',
    `An executed state shares on average ${of('own words').toFixed(1)} distinct words with the listing of the right second skill, a placebo state ${of('placebo words').toFixed(1)}; they are ${of('own').toFixed(0)} and ${of('placebo').toFixed(0)} characters long.`,
    `${count('leaks')} of ${states.length} executed states name the skill of the second step and are left out of the judged numbers on states; ${count('placebo leaks')} placebo states do so and are kept.`,
    ...routers
      .filter(({ eligible }) => !eligible)
      .map(({ title, reason }) => `${title} ran and is not judged: ${reason}.`),
  ]
}

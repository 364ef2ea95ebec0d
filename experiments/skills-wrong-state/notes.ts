import { type DependencyClass, dependencyClasses } from '@lawbook/pipelines'
import type { Cell, Row } from '@lawbook/schemas'
import type { WrongStateChoices } from './choices.ts'
import type { Observed } from './panel.ts'

/** What a reader of the numbers should know: who decides, what is missing, what construction fixes, what L11 is here. */
export function notesOf(
  observed: Observed,
  tables: { readonly products: readonly Row[]; readonly law: readonly Row[] },
  choices: WrongStateChoices,
): string[] {
  const { routers, judged, pairs, withoutWrong } = observed
  const count = (kind: DependencyClass): number => pairs.filter((pair) => pair.class === kind).length
  return [
    'Local routers: retrieval programs, not language models. The paper audited language models with another as judge.',
    `Judged: ${judged.length} routers, one a kin (${judged.map(({ short }) => short).join(', ') || 'none'}).`,
    `Pairs with a wrong state: ${dependencyClasses.map((kind) => `${count(kind)} ${kind}`).join(', ')}; ${withoutWrong} without one are missing from every number.`,
    'Fixed by construction: the executed product passes after every right first step; on the inputs alone that of a tight pair fails and that of an independent pair passes. So the executed part of wrong less right can only lose, and that of wrong less none can only gain in tight pairs.',
    'After a wrong first step the aware outcome is decided by construction: deterministic programs make the product of the whole task from a wrong input by coincidence alone. The blind one says who still has something to work on, which is how the classes were told apart.',
    'Routing is judged in libraries that hold the pair’s own skills and the one that left the wrong state, in all arms. The first rule took those that hold the last by chance only, in which a wrong state could not have come about; it was changed after the outcome was known, and its numbers are the alternative "libraries and resampled".',
    'States belong to the first skills, right or wrong, that left them: these are resampled too. The first rule resampled second-step skills and kins alone (the alternative "resampled").',
    'In the placebo arm the skill that left the placebo is in the libraries in place of the wrong one.',
    'Planted worlds of routing are made from the observed chances: right and wrong state change places by a coin a skill, then a share of wrong states loses or wins for certain. Their intervals are about as wide as those of the evidence.',
    ...dependencyClasses.map((kind) => productNote(tables.products, kind)),
    ...tables.law.filter(({ outcome }) => outcome !== 'blind').map((row) => lawNote(row, choices)),
    ...routers
      .filter(({ eligible }) => !eligible)
      .map(({ title, reason }) => `${title} is shown, not judged: ${reason}.`),
  ]
}

function productNote(products: readonly Row[], kind: DependencyClass): string {
  const share = (state: string, outcome: string): string => {
    const row = products.find((one) => one.class === kind && one.state === state && one.outcome === outcome)
    return typeof row?.value === 'number' ? `${row.value.toFixed(1)} %` : 'unknown'
  }
  return `Executed products of ${kind} pairs that pass: after a wrong first step ${share('wrong', 'blind')} blind and ${share('wrong', 'aware')} aware, on the inputs alone ${share('none', 'blind')} and ${share('none', 'aware')}.`
}

function lawNote({ outcome, against, lambda, r, kappaStar }: Row, { size }: WrongStateChoices): string {
  const digits = (x: Cell | undefined): string => (typeof x === 'number' ? x.toFixed(3).replace('-', '−') : 'unknown')
  const star = kappaStar === null ? 'no κ*, since not both are above zero' : `κ* = ${digits(kappaStar)}`
  return `Law L11 read off ${outcome === 'routing' ? 'routing' : 'aware quality'}, wrong less ${against}, N = ${size}: λ = ${digits(lambda)}, r = ${digits(r)}, ${star}.`
}

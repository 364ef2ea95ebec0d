import { parse } from 'yaml'
import { reasonsAgainstMerge } from '../../checks/overlaid.ts'
import { pairOf } from '../../checks/pair.ts'
import { judgeProduced, type Step, textOf } from '../../checks/step.ts'

/** Each end comes from the overrides where they speak of it, else from the base. */
export default function check(step: Step): string[] {
  const pair = pairOf(step, ['.yaml', '.yml'])
  if (pair === null) return ['there were not two yaml files to merge']
  return judgeProduced(step, ['.yaml', '.yml'], (product) => {
    const documents = pair.map((name): unknown => parse(textOf(step.before, name)))
    return reasonsAgainstMerge(parse(textOf(step.after, product)), documents, product)
  })
}

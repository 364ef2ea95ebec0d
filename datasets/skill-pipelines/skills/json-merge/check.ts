import { jsonOf } from '../../checks/json.ts'
import { reasonsAgainstMerge } from '../../checks/overlaid.ts'
import { pairOf } from '../../checks/pair.ts'
import { judgeProduced, type Step, sourcesOf } from '../../checks/step.ts'

/** Each end of the product comes from the last file that says something about it. */
export default function check(step: Step): string[] {
  const names = step.input.with === undefined ? sourcesOf(step, ['.json']) : (pairOf(step, ['.json']) ?? [])
  if (names.length < 2) return ['there were not two json files to merge']
  return judgeProduced(step, ['.json'], (product) => {
    const documents = names.map((name) => jsonOf(step.before, name))
    return reasonsAgainstMerge(jsonOf(step.after, product), documents, product)
  })
}

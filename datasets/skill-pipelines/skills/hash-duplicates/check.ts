import { jsonOf } from '../../checks/json.ts'
import { judgeProduced, type Step, sourcesOf } from '../../checks/step.ts'

/** The lists of names in the product, however they are wrapped, are the groups of files with equal bytes. */
export default function check(step: Step): string[] {
  const names = sourcesOf(step, [])
  if (names.length === 0) return ['there was no file to compare']
  const wanted = groupsOf(step, names).map(groupText)
  return judgeProduced(step, ['.json'], (product) => {
    const said = listsIn(jsonOf(step.after, product)).map(groupText)
    const missing = wanted.find((group) => !said.includes(group))
    if (missing !== undefined) return [`${product} does not say that these are equal: ${missing}`]
    const extra = said.find((group) => !wanted.includes(group))
    if (extra !== undefined)
      return [`${product} has a group of files that are not all there is of one content: ${extra}`]
    return said.length === wanted.length ? [] : [`${product} names a group twice`]
  })
}

/** By comparing bytes, not digests. */
function groupsOf({ before }: Step, names: readonly string[]): string[][] {
  const groups: string[][] = []
  for (const name of names) {
    const bytes = Buffer.from(before.get(name)!)
    const group = groups.find(([first]) => bytes.equals(before.get(first!)!))
    if (group === undefined) groups.push([name])
    else group.push(name)
  }
  return groups.filter((group) => group.length > 1)
}

function listsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) return [value]
  return Object.values(value).flatMap(listsIn)
}

function groupText(names: readonly string[]): string {
  return names
    .map((name) => name.replace(/^\.\//, ''))
    .sort()
    .join(', ')
}

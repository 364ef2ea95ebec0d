import { canonical, fieldOf, jsonOf, leavesOf, listPath, nodesOf, sameJson } from '../../checks/json.ts'
import { cellNumber } from '../../checks/numbers.ts'
import { judgeFirst } from '../../checks/sourced.ts'
import type { Step } from '../../checks/step.ts'

/** The items of the source's list, neighbours in order; alone, or in the document where they stood. */
export default function check(step: Step): string[] {
  return judgeFirst(step, ['.json'], ['.json'], (source, product) => {
    const document = jsonOf(step.before, source)
    const at = listPath(document, step.input.path)
    if (at === null) return [`there is no list at ${step.input.path ?? 'any path'}`]
    const made = jsonOf(step.after, product)
    const alone = Array.isArray(made)
    const [old, list] = [nodesOf(document).get(at), alone ? made : nodesOf(made).get(at)] as [unknown[], unknown]
    if (!Array.isArray(list)) return [`${product} has no list at ${at}`]
    if (!sameJson(list.map(canonical).sort(), old.map(canonical).sort()))
      return [`${product} does not hold the items of the source`]
    if (!alone && around(made, at) !== around(document, at)) return [`${product} changed more than the list`]
    const by = [step.input.by].flat() as string[]
    const sign = step.input.order === 'descending' ? -1 : 1
    const wrong = list.findIndex((item, i) => i > 0 && order(list[i - 1], item, by, sign) > 0)
    return wrong < 0 ? [] : [`item ${wrong} of ${product} is out of order`]
  })
}

/** What stands in the document beside the list. */
function around(document: unknown, at: string): string {
  const ends = [...leavesOf(document)].filter(([path]) => path !== at && !path.startsWith(`${at}.`))
  return ends
    .map((end) => JSON.stringify(end))
    .sort()
    .join('\n')
}

function order(a: unknown, b: unknown, by: readonly string[], sign: number): number {
  for (const field of by) {
    const [x, y] = [String(fieldOf(a, field)), String(fieldOf(b, field))]
    if (x === y) continue
    if (x === '' || y === '') return x === '' ? 1 : -1
    const [n, m] = [cellNumber(x), cellNumber(y)]
    // A number beside a word may stand either way.
    if (Number.isNaN(n) !== Number.isNaN(m)) return 0
    const compared = Number.isNaN(n) ? (x < y ? -1 : 1) : n - m
    if (compared !== 0) return compared * sign
  }
  return 0
}

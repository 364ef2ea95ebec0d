import { join } from 'node:path'
import { fail, nearMisses, readJson } from '@lawbook/base'
import { packagesIn } from '@lawbook/claims'
import { validate } from '@lawbook/schemas'

/** The ids of one kind of package: its folders that hold a package.json, sorted. */
export async function packageIds(root: string, kind: 'datasets' | 'experiments'): Promise<string[]> {
  return (await packagesIn(root, kind)).map(({ id }) => id)
}

/** The id that a text names: itself, or the only id that ends with it. Else LB_USAGE with near misses. */
export function resolveId(text: string, ids: readonly string[], noun: string): string {
  if (ids.includes(text)) return text
  const tails = ids.filter((id) => id.endsWith(`-${text}`))
  if (tails.length === 1) return tails[0]!
  const offered = tails.length > 1 ? tails : nearMisses(text, ids)
  const hint = offered.length > 0 ? `did you mean ${offered.join(', ')}?` : `allowed: ${ids.join(', ') || 'none yet'}`
  return fail('LB_USAGE', `there is no ${noun} "${text}"; ${hint}`)
}

/** What the experiments cost when they last ran here, in seconds of one core, and how many never ran. */
export async function lastSeconds(root: string, ids: readonly string[]): Promise<{ seconds: number; unknown: number }> {
  let [seconds, unknown] = [0, 0]
  for (const id of ids) {
    const path = join(root, 'experiments', id, 'results', 'data', 'run.json')
    const run = await readJson(path).catch(() => null)
    if (run === null) unknown += 1
    else seconds += validate('lawbook/run@1', run, path).seconds
  }
  return { seconds, unknown }
}

import { entriesOf, sameBytes } from '../../checks/archives.ts'
import { type Files, producedOf, type Step, sourcesOf } from '../../checks/step.ts'

/** Endings that nobody would put into one folder: a file of one row never stands beside a file of another. */
const apart = [
  ['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp'],
  ['md', 'txt', 'html', 'pdf'],
  ['csv', 'tsv', 'xlsx'],
  ['zip', 'gz', 'tar'],
]

/** A copy of each source in some folder; equal endings share a folder, kinds do not. A zip of these does as well. */
export default function check(step: Step): string[] {
  const sources = sourcesOf(step, [])
  if (sources.length === 0) return ['there is nothing to organise']
  const made = madeBy(step)
  if (made.size === 0) return ['nothing was organised']
  const free = new Set([...made.keys()].filter((name) => name.includes('/')))
  const copies: string[] = []
  for (const source of sources) {
    const copy = copyOf(source, step.before.get(source)!, made, free)
    if (copy === undefined) return [`there is no copy of ${source} in a folder`]
    copies.push(copy)
    free.delete(copy)
  }
  const folders = new Map<string, Set<string>>()
  for (const copy of copies) {
    const folder = copy.slice(0, copy.lastIndexOf('/'))
    folders.set(folder, new Set([...(folders.get(folder) ?? []), endingOf(copy)]))
  }
  const all = [...folders.values()]
  const split = [...new Set(sources.map(endingOf))].find((end) => all.filter((ends) => ends.has(end)).length > 1)
  if (split !== undefined) return [`files ending in .${split} stand in several folders`]
  const mixed = [...folders].find(([, ends]) => apart.filter((row) => row.some((end) => ends.has(end))).length > 1)
  return mixed === undefined ? [] : [`the folder ${mixed[0]} mixes kinds of files`]
}

/** New files by name: those of the archive that the task names, those below the folder that it names, or all. */
function madeBy(step: Step): Files {
  const { to, ...rest } = step.input
  const names = producedOf({ ...step, input: rest }, [])
  if (typeof to === 'string' && to.endsWith('.zip')) {
    return names.includes(to) ? entriesOf(step.after.get(to)!) : new Map()
  }
  const below = to === undefined ? '' : `${String(to).replace(/\/+$/, '')}/`
  return new Map(names.filter((name) => name.startsWith(below)).map((name) => [name, step.after.get(name)!]))
}

/** One of the free files with these bytes and this ending; the same name is preferred to another. */
function copyOf(source: string, bytes: Uint8Array, made: Files, free: ReadonlySet<string>): string | undefined {
  const own = `/${source.slice(source.lastIndexOf('/') + 1)}`
  const same = [...free].filter((name) => endingOf(name) === endingOf(source) && sameBytes(made.get(name), bytes))
  return same.find((name) => name.endsWith(own)) ?? same[0]
}

function endingOf(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1)
  return base.includes('.') ? base.slice(base.lastIndexOf('.') + 1).toLowerCase() : ''
}

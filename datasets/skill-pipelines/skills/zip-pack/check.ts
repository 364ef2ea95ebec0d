import { entriesOf, sameBytes } from '../../checks/archives.ts'
import { judgeProduced, type Step, sourcesOf } from '../../checks/step.ts'

/** The archive holds the sources byte by byte and nothing else; a folder that all of them share may be cut off. */
export default function check(step: Step): string[] {
  const sources = sourcesOf(step, [])
  if (sources.length === 0) return ['there is nothing to pack']
  return judgeProduced(step, ['.zip'], (name) => {
    const entries = entriesOf(step.after.get(name)!)
    const cuts = [...new Set(sources.map((source) => cutOf(source, entries)))]
    const cut = cuts.length === 1 ? cuts[0]!.length : 0
    const lost = sources.filter((source) => !sameBytes(entries.get(source.slice(cut)), step.before.get(source)))
    if (lost.length > 0) return [`${name} does not hold ${lost[0]} as it is`]
    return entries.size === sources.length ? [] : [`${name} holds ${entries.size} files, not ${sources.length}`]
  })
}

/** The start of the path that the archive leaves out: empty if the entry has its whole path. */
function cutOf(source: string, entries: ReadonlyMap<string, Uint8Array>): string {
  const starts = [0, ...[...source.matchAll(/\//g)].map((slash) => slash.index + 1)]
  return source.slice(0, starts.find((start) => entries.has(source.slice(start))) ?? 0)
}

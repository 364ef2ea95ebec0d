import { entriesOf, sameBytes } from '../../checks/archives.ts'
import { producedOf, type Step, sourcesOf } from '../../checks/step.ts'

/** Each entry stands byte by byte in a new file, at its own path below one folder: `to`, if that is given. */
export default function check(step: Step): string[] {
  const source = sourcesOf(step, ['.zip'])[0]
  if (source === undefined) return ['there is no archive']
  const entries = entriesOf(step.before.get(source)!)
  const { to, ...rest } = step.input
  const produced = new Set(producedOf({ ...step, input: rest }, []))
  const lostIn = (folder: string): string[] =>
    [...entries]
      .filter(([path, bytes]) => !produced.has(folder + path) || !sameBytes(step.after.get(folder + path), bytes))
      .map(([path]) => `${path} of ${source} was not unpacked as it is to ${folder || 'the top'}`)
  if (produced.size === 0 || entries.size === 0) return ['nothing was unpacked']
  const first = [...entries.keys()][0]!
  const folders =
    to === undefined
      ? [...produced].filter((name) => `/${name}`.endsWith(`/${first}`)).map((name) => name.slice(0, -first.length))
      : [`${String(to).replace(/\/+$/, '')}/`]
  if (folders.length === 0) return [`${first} of ${source} was not unpacked`]
  const reasons = folders.map(lostIn)
  return reasons.find((list) => list.length === 0) ?? reasons[0]!
}

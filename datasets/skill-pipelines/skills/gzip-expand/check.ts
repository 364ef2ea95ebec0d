import { gunzipSync } from 'node:zlib'
import { sameBytes } from '../../checks/archives.ts'
import { judgeProduced, type Step, sourcesOf } from '../../checks/step.ts'

/** A new file holds what the source expands to. */
export default function check(step: Step): string[] {
  const source = sourcesOf(step, ['.gz'])[0]
  if (source === undefined) return ['there is nothing to expand']
  const plain = gunzipSync(step.before.get(source)!)
  return judgeProduced(step, [], (name) =>
    sameBytes(step.after.get(name), plain) ? [] : [`${name} is not what ${source} holds`],
  )
}

import { gunzipSync } from 'node:zlib'
import { sameBytes } from '../../checks/archives.ts'
import { judgeProduced, type Step, sourcesOf } from '../../checks/step.ts'

/** The product expands to the source. */
export default function check(step: Step): string[] {
  const source = sourcesOf(step, [])[0]
  if (source === undefined) return ['there is nothing to compress']
  return judgeProduced(step, ['.gz', '.gzip'], (name) =>
    sameBytes(gunzipSync(step.after.get(name)!), step.before.get(source))
      ? []
      : [`${name} does not expand to the bytes of ${source}`],
  )
}

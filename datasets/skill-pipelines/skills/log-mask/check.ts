import { cutAtSecrets, type Secret } from '../../checks/secrets.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/**
 * Line by line: what is no secret stands as it stood, and something short stands for each secret that tells no part of it,
 * nor its length: the same for all secrets of a kind.
 */
export default function check(step: Step): string[] {
  const source = textOf(step.before, sourcesOf(step, ['.log', '.txt'])[0]!)
    .trimEnd()
    .split('\n')
    .map(cutAtSecrets)
  return judgeProduced(step, ['.log', '.txt'], (name) => {
    const lines = textOf(step.after, name).trimEnd().split('\n')
    if (lines.length !== source.length) return [`${name} has ${lines.length} lines, the source ${source.length}`]
    const maskOf = new Map<string, string>()
    return lines.flatMap((line, i) => {
      const { pieces, secrets } = source[i]!
      const masks = around(pieces).exec(line.trimEnd())?.slice(1)
      if (masks === undefined) return [`line ${i + 1} of ${name} lost or changed more than its secrets`]
      for (const [j, { kind }] of secrets.entries()) if (!maskOf.has(kind)) maskOf.set(kind, masks[j]!)
      const telling = secrets.some((secret, j) => tells(masks[j]!, secret) || maskOf.get(secret.kind) !== masks[j])
      return telling ? [`line ${i + 1} of ${name} still tells a secret, or tells it from others`] : []
    })
  })
}

/** The pieces with one short word between them. */
function around(pieces: readonly string[]): RegExp {
  const kept = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${kept.join('(\\S{1,40}?)').trimEnd()}$`)
}

/** Whether a mask is the secret, begins or ends as it does, or is one sign as often as the secret is long. */
function tells(mask: string, { text }: Secret): boolean {
  const ends = text.length > 3 && (mask.startsWith(text.slice(0, 3)) || mask.endsWith(text.slice(-3)))
  return mask === text || ends || (mask.length === text.length && new Set(mask).size === 1)
}

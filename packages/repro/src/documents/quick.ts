import type { Failure } from '../failures.ts'
import { list, object, text } from './pieces.ts'

/** A quick run, one of other routers or one on files of the reader's: what ran and what failed. It has no verdicts, and nothing in it may be cited. */
export const quickSchema = object({
  schema: { const: 'lawbook/quick@1' },
  fidelity: { enum: ['quick', 'routers', 'local'] },
  experiments: list(text),
  failed: list(object({ id: text, task: text, code: text, message: text })),
})

/** `lawbook/quick@1`: the experiments that ran to their end, and why the others did not. */
export function quickDocument(
  fidelity: 'quick' | 'routers' | 'local',
  experiments: readonly string[],
  failures: readonly Failure[],
) {
  const failed = failures.map(({ experiment, task, code, message }) => ({ id: experiment, task, code, message }))
  return { fidelity, experiments, failed }
}

import { armIds } from './arms.ts'
import type { OptimizationChoices } from './choices.ts'
import { estimate } from './estimate.ts'
import type { Observed } from './evidence.ts'

/** What a reader of the numbers should know: who decides, how hard requests are, what the edits were. */
export function notesOf({ judged, routers, panel, edits }: Observed, { size }: OptimizationChoices): string[] {
  const percent = (x: number): string => `${(100 * x).toFixed(1)} %`
  return [
    'Local routers: retrieval programs, not language models. The paper tested language models on another library.',
    `Judged: ${judged.length} routers, one a kin (${judged.map(({ title }) => title).join(', ') || 'none'}). A sentence encoder cannot be asked: edited texts have no shipped vectors.`,
    ...(panel === null
      ? []
      : [
          `Before any edit, mean over judged routers and both wordings: ${percent(estimate(panel.pooled, (at) => at('before.right')).value)} right, ${percent(estimate(panel.pooled, (at) => at('before.wrong')).value)} wrong among ${size} skills; ${percent(estimate(panel.held, (at) => at('before.captured')).value)} captured by black holes in the whole library.`,
        ]),
    ...edits
      .filter(({ arm }) => arm === armIds.authors || arm === armIds.ours)
      .map(
        (row) =>
          `${row.arm === armIds.ours ? 'Our' : 'The authors’'} four steps, before ${row.tested} requests are asked: ${row.rewrites} rewrites, ${row.removals} removals, ${row.merges} merges of skills that do the same work and ${row['merges of other work']} of others; all listings together from ${row['characters before']} to ${row.characters} characters.`,
      ),
    ...routers.filter(({ eligible }) => !eligible).map(({ title, reason }) => `${title} is not judged: ${reason}.`),
  ]
}

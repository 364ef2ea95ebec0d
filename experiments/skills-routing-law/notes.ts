import type { Row } from '@lawbook/schemas'
import type { RoutingChoices } from './choices.ts'
import type { Observed, RouterRow, Wording } from './evidence.ts'
import { independentRouters } from './independent.ts'
import type { Judgement } from './judge.ts'

/** What a reader of the numbers should know: who ran, whether drawn libraries agree, and who is not judged and why. */
export function notesOf(
  observed: Observed,
  main: Judgement,
  byWording: readonly { wording: Wording; routers: readonly (RouterRow & { eligible: boolean; reason: string })[] }[],
  evidence: Readonly<Record<string, readonly Row[]>>,
  choices: RoutingChoices,
): string[] {
  const { draws = [], routers = [] } = evidence
  const cells = draws.length
  const agreeing = draws.filter(({ agrees }) => agrees === true).length
  return [
    'Local routers: retrieval programs, not language models. The paper tested fifteen language models on another library.',
    `Monte-Carlo libraries agree with the exact curves in ${agreeing} of ${cells} cells (4 standard errors of a library draw, Holm over the sizes of a router and wording).`,
    ...(main.lines.length < 2
      ? []
      : [
          `The ${main.lines.length} judged routers find the same requests hard: by the participation ratio of their slopes a request they are worth ${independentRouters(
            observed,
            main.lines.map(({ label }) => label),
            choices,
          ).toFixed(1)} independent ones.`,
        ]),
    `Decisions in the full library that a hash of request and skill settled between equal scores: ${routers.map(({ title, tieBroken }) => `${title} ${(100 * Number(tieBroken)).toFixed(1)} %`).join(', ')}. Exact curves share ties evenly instead.`,
    ...byWording.flatMap(({ wording, routers: list }) =>
      list
        .filter(({ eligible }) => !eligible)
        .map(({ title, reason }) => `${title} is shown, not judged, on ${wording} requests: ${reason}.`),
    ),
  ]
}

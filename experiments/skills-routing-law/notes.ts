import type { Wording } from '@lawbook/skill-requests'
import type { RoutingChoices } from './choices.ts'
import type { Observed, RouterRow } from './evidence.ts'
import { independentRouters } from './independent.ts'
import type { Judgement } from './judge.ts'

/** What a reader of the numbers should know: who ran, whether drawn libraries agree, and who is not judged and why. */
export function notesOf(
  observed: Observed,
  main: Judgement,
  byWording: readonly { wording: Wording; routers: readonly (RouterRow & { eligible: boolean; reason: string })[] }[],
  choices: RoutingChoices,
): string[] {
  const [draws, routers] = [observed.table('draws'), observed.table('routers')]
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
    ...byWording.flatMap(({ wording, routers: list }) => notJudged(wording, list)),
  ]
}

/** Who is shown, not judged, on a wording: one sentence a reason. */
function notJudged(
  wording: Wording,
  routers: readonly (RouterRow & { eligible: boolean; reason: string })[],
): string[] {
  const others = routers.filter(({ eligible }) => !eligible)
  const isShort = ({ reason }: { reason: string }): boolean => reason.startsWith('calibration accuracy')
  const short = others
    .filter(isShort)
    .map(({ short: name, reason }) => `${name} (${reason.replace('calibration accuracy ', '')})`)
  const rest = others.filter((router) => !isShort(router)).map(({ short: name, reason }) => `${name} (${reason})`)
  const sentence = (why: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`Shown, not judged, on ${wording} requests, ${why}: ${names.join('; ')}.`]
  return [...sentence('too little calibration accuracy', short), ...sentence('no separate witness', rest)]
}

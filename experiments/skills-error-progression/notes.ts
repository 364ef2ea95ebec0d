import type { Row } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import type { ProgressionChoices } from './choices.ts'
import { errorClasses } from './classes.ts'
import type { Observed } from './evidence.ts'
import { driftMinusLocal } from './planted.ts'
import type { Progression } from './progression.ts'
import { capturedMass, mostCapturing } from './progressionMeasure.ts'
import { designNames, designs } from './tally.ts'

/** What the notes are computed from. */
export type Noted = {
  readonly observed: Observed
  readonly judged: readonly string[]
  readonly main: Progression | null
  readonly nearness: number
  /** Rows of the tables `stack` and `worlds`. */
  readonly stack: readonly Row[]
  readonly worlds: readonly Row[]
  readonly choices: ProgressionChoices
}

/** What a reader of the numbers should know: who ran, who is judged and why, and how far the numbers can be read. */
export function notesOf(noted: Noted): string[] {
  const { observed, judged, main, choices } = noted
  return [
    'Local routers: retrieval programs, not language models. The paper tested fifteen language models on another library.',
    blackHoleNote(noted),
    `The progression is judged on ${main?.able.length ?? 0} of ${judged.length} judged routers, those that have black holes; each is of another kin.`,
    ...designs.map((design) => rawNote(noted, design)),
    nearnessNote(noted),
    ...pooledNote(noted),
    'Situated requests stand for ambiguous prompts: they name the need from inside a situation, and a filter made sure that the name of the skill is not in them. That is a reading of the claim, not its protocol.',
    `Hard negatives are the ${choices.nearest} nearest neighbours by TF-IDF similarity of name and description, or N - 1 of them; the authors used 30, 40 and 55 by an embedding.`,
    ...observed.routers
      .filter(({ eligible }) => !eligible)
      .map(({ title, reason }) => `${title} ran and is not judged: ${reason}.`),
  ]
}

function blackHoleNote({ observed, judged }: Noted): string {
  const holes = observed.routers
    .filter(({ id }) => judged.includes(id))
    .map(({ id, title }) => {
      const { holes: isHole, most } = observed.holes(id)
      return `${title} ${isHole.reduce((sum, hole) => sum + hole, 0)} (more than ${most} wrong picks)`
    })
  return `Black holes, frozen for each judged router on its calibration requests of both wordings: ${holes.join(', ') || 'none'}.`
}

/** Shares of each class among wrong picks as they are, at the ends of the ladder. */
function rawNote({ stack, choices }: Noted, design: (typeof designs)[number]): string {
  const own = stack.filter((row) => row.wording === choices.wording && row.design === design)
  const share = (name: string, size: number): string => {
    const at = own.filter((row) => row.size === size && row.part !== 'abstain')
    const wrong = at.reduce((sum, row) => sum + Number(row.share), 0)
    const part = Number(at.find((row) => row.part === name)?.share ?? 0)
    return wrong > 0 ? ((100 * part) / wrong).toFixed(0) : 'unknown'
  }
  const [first, last] = [Math.min(...choices.ladder), Math.max(...choices.ladder)]
  const moves = errorClasses.map((name) => `${name} ${share(name, first)} to ${share(name, last)} %`)
  return `Of wrong picks as they are, without the correction, from N = ${first} to ${last} in ${design === 'hard' ? 'libraries with ' : ''}${designNames[design]} on ${choices.wording} requests, mean over judged routers: ${moves.join(', ')}.`
}

/** What nearness alone does to the contrast that decides. */
function nearnessNote({ worlds, main, nearness }: Noted): string {
  const mean = (world: string, design: string): string => {
    const values = worlds
      .filter((row) => row.world === world && row.measure === driftMinusLocal(design) && row.value !== null)
      .map(({ value }) => Number(value))
    return values.length === 0 ? 'unknown' : signed(values.reduce((sum, value) => sum + value, 0) / values.length)
  }
  const legs = designs.map((design, d) => {
    const real = main?.contrasts[2 * d]?.judged
    return `in ${design === 'hard' ? 'libraries with ' : ''}${designNames[design]} ${mean('flat', design)} where only nearness counts and ${mean('progression', design)} where the claim is true, against ${real == null ? 'unknown' : signed(real.value)} of the real routers`
  })
  return `The odds that a wrong pick is one of the nearest neighbours are ${nearness.toFixed(1)} times those of a pick that falls on any skill alike, and the planted worlds have that too. There the slope of drift minus that of local is, mean over replicates, ${legs.join('; ')}.`
}

/** How much of the pooled capture comes from two routers. */
function pooledNote({ observed, judged, choices }: Noted): string[] {
  const wording = choices.wording as Wording
  const mass = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + capturedMass(observed, id, wording), 0)
  const most = mostCapturing(observed, judged, wording)
  const all = mass(judged)
  if (all === 0) return []
  const names = most.map((id) => observed.routers.find((router) => router.id === id)!.title)
  return [
    `Of the captures of all judged routers together, ${((100 * mass(most)) / all).toFixed(0)} % in random libraries, summed over sizes, are those of ${names.join(' and ')}.`,
  ]
}

const signed = (x: number): string => x.toFixed(2).replace('-', '−')

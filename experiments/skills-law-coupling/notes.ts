import { pearson } from '@lawbook/estimators'
import { dependencyClasses } from '@lawbook/pipelines'
import type { Measure, Row } from '@lawbook/schemas'
import type { CouplingChoices } from './choices.ts'
import type { JudgedCoupling } from './estimate.ts'
import { type GroundId, groundIds, grounds } from './grounds.ts'

type Noted = {
  readonly measures: readonly Measure[]
  readonly tables: Readonly<Record<string, readonly Row[]>>
  readonly judged: JudgedCoupling
  readonly choices: CouplingChoices
}

/** What a reader of the numbers should know. */
export function notesOf(noted: Noted): string[] {
  return [
    'Local routers: retrieval programs, not language models. The paper tested fifteen language models on another library; its correlation of b with the rescue is in no source that could be read.',
    stateNote(noted),
    neverNote(noted),
    groundNote(noted),
    slopeNote(noted),
    guardNote(noted),
    recognitionNote(noted),
    kappaNote(noted),
    ...correlationNotes(noted),
    'The correlation of b with the rescue ratio is arithmetic to the extent that b is related to P(B): the planted worlds of the table nulls have no coupling, and the sign of their correlation follows from that relation.',
    'b is taken as known from other requests; its own error makes b ln κ look worse than it is.',
  ]
}

/** What any state does, before one asks what its own one does. */
function stateNote({ tables, choices }: Noted): string {
  const at = (ground: GroundId, one: string): Row | undefined =>
    tables.levels!.find((row) => row.ground === ground && row.class === one && row.size === choices.size)
  const each = groundIds.map((ground) => {
    const row = at(ground, 'all')
    return `${grounds[ground].title}: ${share(row?.alone)} from the text alone, ${share(row?.placebo)} with the state of another pair, ${share(row?.state)} with the own one, which is better than the text alone for ${row?.better ?? 0} of ${row?.routers ?? 0} routers`
  })
  const classes = dependencyClasses.map(
    (one) => `${one} ${share(at('removed', one)?.alone)} to ${share(at('removed', one)?.state)}`,
  )
  return `Second steps picked rightly at N = ${choices.size}, mean over families, by where the skills are that left the states: ${each.join('; ')}. From the text alone to the own state with both in no library, by class of pairs: ${classes.join(', ')}.`
}

/** What no size of the library changes. */
function neverNote({ tables }: Noted): string {
  const text = (ground: GroundId, one: string): string => {
    const row = tables.never!.find((never) => never.ground === ground && never.class === one)
    return `${share(row?.alone)} from the text alone, ${share(row?.placebo)} with the state of another pair, ${share(row?.state)} with the own one`
  }
  return `Second steps that are never right, in no library however small: ${text('present', 'all')} with both skills that left the states in every library (independent pairs: ${text('present', 'independent')}), ${text('removed', 'all')} with both in none. b ln κ has no place for such a share.`
}

/** Which model errs least is another question on another ground. */
function groundNote({ tables }: Noted): string {
  const each = groundIds.map((ground) => {
    const own = tables.contrasts!.filter((row) => row.ground === ground)
    return `${grounds[ground].title} ${own.map(({ value }) => number(Number(value))).join(', ')}`
  })
  return `Error of a common odds shift, a common gain and a common level less that of b ln κ, by where the skills are that left the states: ${each.join('; ')} points. Where the signs differ, which model errs least depends on the ground.`
}

/** Whether b is one number of a router. */
function slopeNote({ tables }: Noted): string {
  const own = tables.routers!.filter(({ floor, bOther }) => floor === false && bOther !== null)
  const [one, other] = (['b', 'bOther'] as const).map((name) => Float64Array.from(own, (row) => Number(row[name])))
  const varies = [one!, other!].every((values) => new Set(values).size > 1)
  const r = number(own.length > 2 && varies ? pearson(one!, other!) : null)
  return `b from the one wording of the other requests and b from the other wording correlate ${r} over ${own.length} routers; near one, b would be a property of the router.`
}

function guardNote({ judged, choices }: Noted): string {
  const { families, ratio } = judged.independent
  const rest =
    families < choices.families
      ? `fewer than ${choices.families}: nothing is decided here, whatever the number`
      : `at least ${choices.families}`
  return `The routers are of ${families} families that are no floor, ${rest}. By the participation ratio of their ln p over second steps they are worth ${ratio.toFixed(1)} independent ones.`
}

/** What the rule would do without the guard. */
function recognitionNote({ tables, choices }: Noted): string {
  const rows = tables.recognition!
  const shares = (here: boolean): string => {
    const own = rows.filter((row) => row.here === here)
    const agreed = own.find(({ world }) => world === 'narrowing')
    const others = own.filter(({ world }) => world !== 'narrowing')
    const denied = others.reduce((sum, row) => sum + Number(row.denied), 0) / others.length
    const wrongly = Math.max(...others.map((row) => Number(row.agreed)))
    return `${percent(Number(agreed?.agreed))} of worlds with coupling are recognised, ${percent(denied)} of those without are denied, and at most ${percent(wrongly)} of one kind of those are agreed to`
  }
  const departures = tables
    .errors!.filter(({ size }) => size === choices.size)
    .map(({ title, departure }) => `${title} ${number(departure === null ? null : Number(departure))}`)
  const planted = Math.sqrt(choices.familySpread * choices.familySpread + choices.routerSpread * choices.routerSpread)
  return `Planted: κ ${choices.kappa}, and routers that depart from a world's law by ${number(planted)} on the normal scale; the routers here depart from each fitted law by ${departures.join(', ')}. Without the guard, with the families that are here, ${shares(true)}; with ${choices.manyFamilies} families of one router each, ${shares(false)}.`
}

/** What kappa says, and what each router's own curve says of it. */
function kappaNote({ measures, tables, choices }: Noted): string {
  const kappa = measures.find(({ id }) => id === 'kappa')
  const none = kappa?.alternatives?.find(({ option }) => option === 'no state at all')?.value
  const own = tables
    .routers!.filter(({ floor, asIfSize }) => floor === false && asIfSize !== null)
    .map(({ asIfSize }) => choices.size / Number(asIfSize))
    .sort((x, y) => x - y)
  const asked = tables.routers!.filter(({ floor }) => floor === false).length
  const range =
    own.length === 0 ? 'for none' : `for ${own.length}, by factors of ${number(own[0]!)} to ${number(own.at(-1)!)}`
  return `Read as b ln κ, an executed state is worth a library ${number(kappa?.value ?? null)} times smaller than N = ${choices.size} where it is compared with the state of another pair, and ${number(none ?? null)} times where with no state at all (below one: a larger library). By each router's own curve with the placebo, there is a library in which it does as well without the state as with it at N ${range}, of ${asked} routers.`
}

function correlationNotes({ tables }: Noted): string[] {
  const rows = tables.correlations!.filter(({ value }) => value !== null)
  if (rows.length === 0) return []
  const text = rows.map(
    ({ outcome, method, value, leastLeftOut, mostLeftOut, p }) =>
      `${outcome}, ${method} ${number(Number(value))} (${number(Number(leastLeftOut))} to ${number(Number(mostLeftOut))} with one family left out${p === null ? '' : `; p ${Number(p).toFixed(3)} beyond arithmetic`})`,
  )
  return [`Correlations of b over ${rows[0]!.families} families, shown and not judged: ${text.join('; ')}.`]
}

const share = (value: unknown): string => (typeof value === 'number' ? percent(value) : 'unknown')
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
const number = (x: number | null): string => (x === null ? 'unknown' : x.toFixed(2).replace('-', '−'))

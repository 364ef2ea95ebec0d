import { readJson, readTable, writeJson } from '../../../../../kit/solve.ts'

type Group = { bands: string[]; replies: number; people: number; yes: number }

const round = (value: number): number => Math.round(value * 1e6) / 1e6
const join = (a: Group, b: Group): Group => ({
  bands: [...a.bands, ...b.bands],
  replies: a.replies + b.replies,
  people: a.people + b.people,
  yes: a.yes + b.yes,
})

/** From young to old: a group that is still thin takes the next band in. */
function merged(bands: readonly Group[]): Group[] {
  const groups: Group[] = []
  for (const band of bands) {
    const last = groups.at(-1)
    if (last !== undefined && last.replies < 3) groups.splice(-1, 1, join(last, band))
    else groups.push(band)
  }
  const last = groups.at(-1)
  if (groups.length > 1 && last!.replies < 3) groups.splice(-2, 2, join(groups.at(-2)!, last!))
  return groups
}

/** Post-stratified share of yes with merged thin strata and Kish's effective sample size. */
export default async function solve(): Promise<void> {
  const rows = await readTable('survey.csv', ['id', 'band', 'answer'])
  const population = await readJson<{ band: string; people: number }[]>('population.json')
  const answer = (row: Record<string, string>): string => row.answer!.trim().toLowerCase()
  const usable = rows.filter(
    (row) => ['yes', 'no'].includes(answer(row)) && population.some(({ band }) => band === row.band),
  )
  const bands = population.map(({ band, people }) => {
    const here = usable.filter((row) => row.band === band)
    return { bands: [band], replies: here.length, people, yes: here.filter((row) => answer(row) === 'yes').length }
  })
  const everybody = bands.reduce((sum, { people }) => sum + people, 0)
  const groups = merged(bands).map((group) => ({
    ...group,
    weight: group.people / everybody / (group.replies / usable.length),
  }))
  const sum = (of: (group: Group & { weight: number }) => number): number =>
    groups.reduce((total, group) => total + of(group), 0)
  const total = sum(({ weight, replies }) => weight * replies)
  await writeJson('estimate.json', {
    used: usable.length,
    set_aside: rows.length - usable.length,
    raw_share: round(sum(({ yes }) => yes) / usable.length),
    weighted_share: round(sum(({ weight, yes }) => weight * yes) / total),
    effective_n: round((total * total) / sum(({ weight, replies }) => weight * weight * replies)),
    groups: groups.map(({ yes: _, weight, ...group }) => ({ ...group, weight: round(weight) })),
  })
}

import { streamsOf } from '@lawbook/base'
import { chosenPointwise, type Scores } from '@lawbook/routers'
import { nearestFirst, orderedCurve, rankMatrix, requestCurves, standingsFrom } from '@lawbook/sweeps'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/edit/apply.ts'
import type { Edit } from '../../src/edit/edit.ts'
import { type EvaluateOptions, editedStandings } from '../../src/evaluate/standing.ts'
import { library, request, skill } from '../library.ts'

const [router] = chosenPointwise(['token-overlap'])
const words = 'apple bear cloud door eagle flame grape house'.split(' ')
const stream = streamsOf('audit-test')('texts')
const some = (n: number): string => Array.from({ length: n }, () => words[stream.integer(words.length)]!).join(' ')

/** Eight skills and twenty requests of the same few words: many ties, some requests out of reach. */
const original = library(...Array.from({ length: 8 }, (_, i) => skill(`s${i}`, some(3))))
const requests = Array.from({ length: 20 }, (_, i) => request(`r${i}`, `s${i % 8}`, some(2)))
const why = { step: 'test', reason: 'because' }
const of = (id: string) => original.skills.find((candidate) => candidate.id === id)!
const edits: Edit[] = [
  { ...why, kind: 'rewrite', before: of('s0'), after: { ...of('s0'), description: 'apple bear apple' } },
  { ...why, kind: 'remove', before: of('s1') },
  { ...why, kind: 'merge', before: of('s2'), intoBefore: of('s3'), after: of('s3'), serves: true },
  { ...why, kind: 'merge', before: of('s4'), intoBefore: of('s5'), after: of('s5'), serves: false },
  { ...why, kind: 'split', before: of('s6'), parts: [skill('s6a', 'cloud door'), skill('s6b', 'grape house')] },
]
const edited = { library: applyEdits(original, edits), edits }
const options: EvaluateOptions = {
  router: router!,
  original,
  edited,
  requests,
  resources: {},
  reading: 'strict',
}

/** The chance of being right by listing every set of N - 1 other original places. */
async function byListing(size: number, reading: 'strict' | 'lenient'): Promise<number[]> {
  const fitted = await router!.build(edited.library, {})
  const index = new Map(edited.library.skills.map(({ id }, j) => [id, j]))
  const inPlace: Record<string, string[]> = { s1: [], s2: [], s4: [], s6: ['s6a', 's6b'] }
  const answers: Record<string, string[]> = {
    ...inPlace,
    s2: ['s3'],
    s4: reading === 'strict' ? [] : ['s5'],
  }
  return requests.map((asked) => {
    const scores = fitted.score(asked)
    const others = original.skills.map(({ id }) => id).filter((id) => id !== asked.skill)
    const right = answers[asked.skill] ?? [asked.skill]
    const chances = subsets(others, size - 1).map((drawn) => {
      const present = [...new Set([...right, ...drawn.flatMap((id) => inPlace[id] ?? [id])])]
      return shareOfRight(scores, present, right, index, inPlace)
    })
    return chances.reduce((a, b) => a + b, 0) / chances.length
  })
}

/** Ties are shared by places: the parts of a split skill count as one. */
function shareOfRight(
  scores: Scores,
  present: readonly string[],
  right: readonly string[],
  index: ReadonlyMap<string, number>,
  inPlace: Readonly<Record<string, string[]>>,
): number {
  const matched = present.filter((id) => scores.matched[index.get(id)!] === 1)
  const best = Math.max(...matched.map((id) => scores.values[index.get(id)!]!))
  const first = matched.filter((id) => scores.values[index.get(id)!] === best)
  const place = (id: string): string => Object.keys(inPlace).find((key) => inPlace[key]!.includes(id)) ?? id
  const places = new Set(first.map((id) => (right.includes(id) ? 'right' : place(id))))
  return places.has('right') ? 1 / places.size : 0
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, i) => subsets(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]))
}

describe('editedStandings', () => {
  it('without edits are the standings of the library', async () => {
    const same = await editedStandings({ ...options, edited: { library: original, edits: [] } })
    const matrix = rankMatrix(await router!.build(original, {}), original, requests)
    const expected = standingsFrom(matrix, original, requests)
    expect(same.map(({ beaten, ties, matched, targetMatched }) => ({ beaten, ties, matched, targetMatched }))).toEqual(
      expected.map(({ beaten, ties, matched, targetMatched }) => ({ beaten, ties, matched, targetMatched })),
    )
    expect(same.map(({ winner }) => winner)).toEqual(
      expected.map(({ winner }) => (winner === null ? null : original.skills[winner]!.id)),
    )
    expect(same.map(({ right }) => right)).toEqual(expected.map(({ winner, target }) => winner === target))
  })

  it.each(['strict', 'lenient'] as const)('give the exact chance in every library of N, %s', async (reading) => {
    const standings = await editedStandings({ ...options, reading })
    const sizes = [1, 2, 4, 7]
    const { right } = requestCurves(standings, sizes, original.skills.length)
    for (const [k, size] of sizes.entries()) {
      const expected = await byListing(size, reading)
      expected.forEach((value, i) => {
        expect(right[i * sizes.length + k], `${requests[i]!.id} at ${size}`).toBeCloseTo(value, 12)
      })
    }
  })

  it('keep requests whose skill is gone, and never call them right', async () => {
    const standings = await editedStandings(options)
    expect(standings).toHaveLength(requests.length)
    requests.forEach(({ skill: right }, i) => {
      if (right === 's1' || right === 's4') expect(standings[i]).toMatchObject({ right: false, targetMatched: false })
    })
  })

  it('count the nearest competitors like orderedCurve', async () => {
    const sizes = [1, 3, 8]
    const orders = nearestFirst(original)
    const standings = await editedStandings({
      ...options,
      edited: { library: original, edits: [] },
      adversarial: { orders, sizes },
    })
    const matrix = rankMatrix(await router!.build(original, {}), original, requests)
    const { right } = orderedCurve(matrix, orders, sizes)
    expect(standings.flatMap(({ near }) => near)).toEqual([...right])
  })

  it('refuse a request for a skill that the library never had', async () => {
    const stranger = [request('r', 'nobody', 'apple')]
    await expect(editedStandings({ ...options, requests: stranger })).rejects.toThrow(/meant for nobody/)
  })
})

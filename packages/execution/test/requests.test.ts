import { expect, test } from 'vitest'
import type { Pipeline } from '../src/pipeline/records.ts'
import { pipelineRequests } from '../src/pipeline/requests.ts'

/** The places of a plan's lines where the plan is shown in another order. */
function permutedPlaces(length: number): number[] {
  const steps = Array.from({ length }, (_, i) => {
    return { skill: 's', text: `wish ${i}`, other: null, state: 'x', accepted: [{ skill: 's', state: 'x' }] }
  })
  const chain: Pipeline = { id: 'c', class: null, steps, own: null, none: null, wrong: [], completions: [] }
  const skill = { id: 's', name: 's', description: 'd', body: '', package: 'p', licence: 'MIT', tags: [] }
  const requests = pipelineRequests({ skills: [{ skill, family: 'f' }], pipelines: [chain], attrition: [] })
  const { text } = requests.find(({ id }) => id === 'c/0/permuted')!
  return [...text.matchAll(/^\d+\. wish (\d+)$/gm)].map(([, place]) => Number(place))
}

test('a permuted plan holds every line once', () => {
  expect(permutedPlaces(5)).toEqual([0, 2, 4, 1, 3])
  expect(permutedPlaces(3)).toEqual([0, 2, 1])
})

test.each([5, 6, 9, 10])('of %i lines no two neighbours stay neighbours', (length) => {
  const places = permutedPlaces(length)
  expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length }, (_, i) => i))
  expect(places.slice(1).filter((place, i) => Math.abs(place - places[i]!) === 1)).toEqual([])
})

import { streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { pipelineRequests, plantedPipelines } from '../src/index.ts'

const pair = { first: 3, alone: 20, state: 4, wrong: 22, shared: 0 }
const { data } = plantedPipelines({
  skills: 400,
  pairs: [
    { ...pair, class: 'tight' },
    { ...pair, class: 'loose' },
    { ...pair, class: 'tight' },
  ],
  chains: [
    [
      { alone: 21, state: 3 },
      { alone: 22, state: 4 },
      { alone: 23, state: 5 },
    ],
  ],
  stream: streamsOf('requests')('test'),
})
const requests = new Map(
  pipelineRequests({
    ...data,
    pipelines: data.pipelines.map((one) => (one.class === 'loose' ? { ...one, class: 'tight' } : one)),
  }).map((one) => [one.id, one.text]),
)

test('every condition keeps the words of the step, and adds what it says it adds', () => {
  const [a, b] = data.pipelines[0]!.steps
  expect(requests.get('pair-000/1/alone')).toBe(b!.text)
  expect(requests.get('pair-000/1/other')).toBe(b!.other)
  expect(requests.get('pair-000/1/state')).toBe(`${b!.text}\n\n${a!.state}`)
  expect(requests.get('pair-000/1/asserted')).toContain(a!.text)
  expect(requests.get('pair-000/1/plan')).toBe(`${b!.text}\n\nThe whole plan:\n1. ${a!.text}\n2. ${b!.text}`)
  expect(requests.get('pair-000/1/wrong-0')).toContain(data.pipelines[0]!.wrong[0]!.state)
  expect([...requests.keys()].filter((id) => id.startsWith('chain-000/2'))).toEqual([
    'chain-000/2/alone',
    'chain-000/2/plan',
    'chain-000/2/permuted',
    'chain-000/2/state',
  ])
})

test('a permuted plan has the same lines in another order', () => {
  const lines = (condition: string): string[] => requests.get(`chain-000/1/${condition}`)!.split('\n').slice(3)
  const bare = (some: readonly string[]): string[] => some.map((line) => line.replace(/^\d\. /, '')).sort()
  expect(bare(lines('permuted'))).toEqual(bare(lines('plan')))
  expect(lines('permuted')).not.toEqual(lines('plan'))
})

test('a placebo is the state of another pair of the same class', () => {
  const { pipelines } = data
  const third = requests.get('pair-000/1/placebo')!.split('\n\n')[1]
  expect(pipelines.slice(1, 3).map(({ steps }) => steps[0]!.state)).toContain(third)
  // In the data as planted, one pair is the only one of its class.
  expect(() => pipelineRequests(data)).toThrow('has no other pair of class loose')
})

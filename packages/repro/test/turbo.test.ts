import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byLine, failedTasks, readLine, taskEvent } from '../src/turbo.ts'

const line = (source: string, text: string): string =>
  JSON.stringify({ source, level: 'stdout', timestamp: 1795302411443, text })
const event = (source: string, text: string) => taskEvent(readLine(line(source, text))!)

test('reads when a task begins, and whether it came from the cache', () => {
  const task = '@lawbook/skills-routing-law#reproduce'
  const begin = { owner: 'skills-routing-law', task: 'reproduce', kind: 'begin' }
  expect(event(task, 'cache miss, executing 30c9c71fdf1f12a1')).toEqual({ ...begin, cached: false })
  expect(event(task, 'cache bypass, force executing 30c9c71fdf1f12a1')).toEqual({ ...begin, cached: false })
  expect(event(task, 'cache hit, suppressing logs 568e37f799ad4dc3')).toEqual({ ...begin, cached: true })
})

test('reads progress, and takes what only looks like it for output', () => {
  const owner = { owner: 'a', task: 'dataset' }
  const progress = '{"progress":{"id":"a","done":3,"total":5,"label":"routers"}}'
  expect(event('@lawbook/a#dataset', progress)).toEqual({
    ...owner,
    kind: 'progress',
    done: 3,
    total: 5,
    label: 'routers',
  })
  for (const text of ['{"progress":{"done":"3"}}', '{"progress', '{"progress":null}', 'built rows.jsonl'])
    expect(event('@lawbook/a#dataset', text)).toEqual({ ...owner, kind: 'output', text })
})

test("turbo's own talk and broken lines are no events", () => {
  expect(event('turbo', 'Tasks:    4 successful, 4 total')).toBeNull()
  for (const text of ['', 'null', '3', '{"source":1}', ' ERROR  run failed']) expect(readLine(text)).toBeNull()
})

test('names the tasks that failed', () => {
  const closing = readLine(line('turbo', ' Failed:    @lawbook/demo-b#reproduce, @lawbook/demo-a#figures'))!
  expect(failedTasks(closing)).toEqual(['demo-b#reproduce', 'demo-a#figures'])
  expect(failedTasks({ source: '@lawbook/a#figures', text: ' Failed:    @lawbook/b#figures' })).toEqual([])
})

test('lines come whole, however the text was cut', () => {
  const lines = fc.array(fc.string().map((text) => text.replaceAll('\n', ' ')))
  fc.assert(
    fc.property(lines, fc.array(fc.nat(200)), (expected, cuts) => {
      const text = expected.map((one) => `${one}\n`).join('')
      const heard: string[] = []
      const hear = byLine((one) => heard.push(one))
      const places = [...new Set([0, ...cuts.filter((cut) => cut < text.length), text.length])].sort((a, b) => a - b)
      for (let i = 1; i < places.length; i++) hear(text.slice(places[i - 1], places[i]))
      expect(heard).toEqual(expected)
    }),
  )
})

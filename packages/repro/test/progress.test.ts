import { expect, test } from 'vitest'
import { plainLines } from '../src/progress.ts'

test('off a terminal there is a line a quarter, not one a tick; cached tasks are silent', () => {
  const lines: string[] = []
  const drawing = plainLines((line) => lines.push(line), false)
  const task = { owner: 'a', task: 'reproduce' }
  drawing.show({ owner: 'b', task: 'figures', kind: 'begin', cached: true })
  drawing.show({ ...task, kind: 'begin', cached: false })
  for (let done = 1; done <= 100; done++) drawing.show({ ...task, kind: 'progress', done, total: 100, label: 'sizes' })
  drawing.show({ ...task, kind: 'output', text: 'noise' })
  expect(lines).toEqual([
    'a: computing',
    'a: computing, 25 % (sizes)',
    'a: computing, 50 % (sizes)',
    'a: computing, 75 % (sizes)',
    'a: computing, 100 % (sizes)',
  ])
})

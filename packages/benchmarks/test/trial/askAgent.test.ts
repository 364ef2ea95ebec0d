import { expect, test } from 'vitest'
import { nothingAgent } from '../../src/agents/nothing.ts'
import { askAgent } from '../../src/trial/askAgent.ts'

const turn = { task: 'a', domain: 'd', index: 0, instruction: 'x', workspace: '/w', taskFolder: '/t', seconds: 0.2 }
const signal = new AbortController().signal
const agent = (act: ReturnType<typeof nothingAgent>['turn']) => ({ ...nothingAgent(), turn: act })

test('what an agent answers is handed on, also when it heeds the end of its time', async () => {
  expect((await askAgent(nothingAgent(), turn, signal)).turn).toMatchObject({ end: 'completed' })
  const heeding = agent(
    (told) =>
      new Promise((resolve) => {
        const end = { end: 'timeout' as const, reason: 'I stop', tokens: null, chosen: null }
        told.signal.addEventListener('abort', () => resolve(end))
      }),
  )
  expect((await askAgent(heeding, turn, signal)).turn).toMatchObject({ end: 'timeout', reason: 'I stop' })
})

test('one that does not heed it is not waited for', async () => {
  const deaf = agent(() => new Promise(() => {}))
  expect((await askAgent(deaf, turn, signal)).turn).toMatchObject({
    end: 'timeout',
    reason: 'the agent did not end within 0.2 s',
  })
})

test('one that throws could not be asked', async () => {
  const dead = agent(async () => Promise.reject(new Error('gone')))
  expect(await askAgent(dead, turn, signal)).toMatchObject({ turn: null, reason: 'gone' })
})

test('a month is no time that is up at once', async () => {
  const slow = agent(async (told) => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    return { end: told.signal.aborted ? 'timeout' : 'completed', reason: '', tokens: null, chosen: null }
  })
  expect((await askAgent(slow, { ...turn, seconds: 30 * 24 * 3600 }, signal)).turn).toMatchObject({ end: 'completed' })
})

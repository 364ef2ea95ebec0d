import { expect, test } from 'vitest'
import { hasRemoteCache, launch } from '../src/launch.js'
import { runTurbo } from '../src/turbo.ts'
import { discard, temporaryWorkspace } from './workspace.ts'

test('a remote cache needs its address, a token and a team', () => {
  expect(hasRemoteCache({ TURBO_API: 'a', TURBO_TOKEN: 'b', TURBO_TEAM: 'c' })).toBe(true)
  expect(hasRemoteCache({ TURBO_API: 'a', TURBO_TOKEN: '', TURBO_TEAM: 'c' })).toBe(false)
  expect(hasRemoteCache({})).toBe(false)
})

test('turbo that is not there, or stops without naming a task, is LB_TURBO with its reason', async () => {
  await expect(runTurbo('/nowhere', { tasks: ['dataset'] }, () => {})).rejects.toMatchObject({ code: 'LB_TURBO' })
  const root = await temporaryWorkspace()
  await expect(runTurbo(root, { tasks: ['no-such-task'] }, () => {})).rejects.toMatchObject({
    code: 'LB_TURBO',
    message: expect.stringMatching(/stopped without naming a task \(exit 1\): .{10}/s),
  })
  await discard(root)
})

test('what turbo said before anybody listened is not lost', async () => {
  const root = await temporaryWorkspace()
  const { done, onErrors } = launch(root, { tasks: ['no-such-task'] })
  await done
  const heard: string[] = []
  onErrors((text) => heard.push(text))
  expect(heard.join('')).not.toBe('')
  await discard(root)
})

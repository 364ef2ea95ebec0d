import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Turn } from '../../src/agents/agent.ts'
import { httpAgent } from '../../src/agents/http.ts'

type Reply = (response: ServerResponse, body: Record<string, unknown>) => void
const health = { name: 'Clerk', status: 'ready' }

/** A real server that answers a task as told, and says its name. */
async function serving(reply: Reply, said: unknown = health): Promise<string> {
  const server: Server = createServer((request, response) => {
    if (request.url === '/v1/health') return void response.end(JSON.stringify(said))
    let text = ''
    request.on('data', (chunk) => (text += chunk))
    request.on('end', () => reply(response, { ...JSON.parse(text), at: `${request.method} ${request.url}` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.closeAllConnections())
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const turn = (signal = new AbortController().signal): Turn => ({
  task: 'shop-001',
  domain: 'shop',
  index: 0,
  instruction: 'Do it.',
  workspace: '/w',
  taskFolder: '/t',
  seconds: 7,
  signal,
})
const json =
  (value: unknown): Reply =>
  (response) =>
    void response.end(JSON.stringify(value))
const asked = async (reply: Reply) => (await httpAgent(await serving(reply))).turn(turn())

test('it posts the task and hands back what came of it', async () => {
  let heard: unknown
  const url = await serving((response, body) => {
    heard = body
    response.end(JSON.stringify({ status: 'completed', output: 'ok', tokens_used: 12 }))
  })
  const agent = await httpAgent(url)
  expect(agent.id).toBe('http:Clerk')
  expect(await agent.turn(turn())).toEqual({
    end: 'completed',
    reason: 'the agent counts 12 tokens in all',
    tokens: null,
    chosen: null,
  })
  expect(heard).toEqual({
    at: 'POST /v1/task',
    task_id: 'shop-001',
    instruction: 'Do it.',
    workspace: '/w',
    timeout_seconds: 7,
  })
})

test('an agent that says it failed, ran late or answers badly has had its turn', async () => {
  expect(await asked(json({ status: 'failed' }))).toMatchObject({
    end: 'failed',
    reason: 'the agent says that it failed',
  })
  expect(await asked(json({ status: 'timeout' }))).toMatchObject({ end: 'timeout' })
  expect(await asked(json({ status: 'great' }))).toMatchObject({
    end: 'failed',
    reason: `the agent's status is "great": completed, failed or timeout is needed`,
  })
  for (const reply of [json([1]), (response: ServerResponse) => void response.end('<html>')])
    expect(await asked(reply)).toMatchObject({ end: 'failed', reason: "the agent's answer is no JSON object" })
})

test('one that did not take the task was not asked', async () => {
  const status =
    (code: number): Reply =>
    (response) =>
      void response.writeHead(code).end()
  await expect(asked(status(503))).rejects.toThrow('the agent did not take the task: it says that it is busy (503)')
  await expect(asked(status(400))).rejects.toThrow('it answered with HTTP status 400')
  await expect(asked((response) => void response.destroy())).rejects.toMatchObject({ code: 'LB_NETWORK' })
})

test('one that does not answer in time is a timeout', async () => {
  const agent = await httpAgent(await serving(() => {}))
  expect(await agent.turn(turn(AbortSignal.timeout(200)))).toMatchObject({
    end: 'timeout',
    reason: 'the agent did not answer within 7 s',
  })
})

test('a server that is not there, and an address that is none', async () => {
  const url = await serving(json({}), null)
  expect((await httpAgent(url)).id).toBe(`http:${new URL(url).host}`)
  await expect(httpAgent('http://127.0.0.1:1')).rejects.toThrow(
    'the agent at http://127.0.0.1:1/ cannot be reached: the connection was refused; start it first',
  )
  await expect(httpAgent('localhost')).rejects.toMatchObject({ code: 'LB_USAGE' })
})

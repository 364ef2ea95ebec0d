import { type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { fail } from '@lawbook/base'
import type { Agent, Turn, TurnEnd } from './agent.ts'

/** The answer of a server: its status and the text of its body. */
type Answer = { readonly status: number; readonly text: string }

/** Bytes of an answer that are read at most. */
const longest = 4 * 1024 * 1024
const healthSeconds = 10

/**
 * An agent behind the HTTP protocol of claw-bench (docs/agent-protocol.md there): POST /v1/task with task_id,
 * instruction, workspace and timeout_seconds. It runs where it runs: nothing contains it, and it must see the same file
 * system. Its id is "http:" and the name that GET /v1/health gives, or its host where there is no such name. A server
 * that cannot be reached throws LB_NETWORK, an address that is none LB_USAGE.
 */
export async function httpAgent(url: string): Promise<Agent> {
  const base = addressOf(url)
  const name = (await nameOf(base)) ?? base.host
  return { id: `http:${name}`, librarySize: null, turn: (turn) => ask(base, turn), close: async () => {} }
}

function addressOf(url: string): URL {
  const base = URL.canParse(url) ? new URL(url) : null
  if (base === null || !/^https?:$/.test(base.protocol))
    fail('LB_USAGE', `"${url}" is no address of an agent: give one like http://localhost:3000`)
  return base
}

/** The health endpoint is optional: only a server that cannot be reached is an error. */
async function nameOf(base: URL): Promise<string | null> {
  const { status, text } = await send(base, 'v1/health', null, AbortSignal.timeout(healthSeconds * 1000)).catch(
    (thrown) =>
      fail(
        'LB_NETWORK',
        `the agent at ${base.href} cannot be reached: ${whyOf(thrown, healthSeconds)}; start it first`,
      ),
  )
  const said = status === 200 ? recordIn(text)?.name : null
  return typeof said === 'string' && said.trim() !== '' ? said.trim() : null
}

async function ask(base: URL, turn: Turn): Promise<TurnEnd> {
  const body = {
    task_id: turn.task,
    instruction: turn.instruction,
    workspace: turn.workspace,
    timeout_seconds: turn.seconds,
  }
  try {
    return endOf(await send(base, 'v1/task', JSON.stringify(body), turn.signal))
  } catch (thrown) {
    if (turn.signal.aborted) return end('timeout', `the agent did not answer within ${turn.seconds} s`)
    return fail('LB_NETWORK', `the agent did not take the task: ${whyOf(thrown, turn.seconds)}`)
  }
}

/** An agent that took the task and answered badly has failed; one that did not take it was not asked at all. */
function endOf({ status, text }: Answer): TurnEnd {
  if (status === 503) throw new Error('it says that it is busy (503)')
  if (status !== 200) throw new Error(`it answered with HTTP status ${status}`)
  const answer = recordIn(text)
  if (answer === null) return end('failed', "the agent's answer is no JSON object")
  const { status: said, tokens_used: tokens } = answer
  const counted = typeof tokens === 'number' ? `the agent counts ${tokens} tokens in all` : ''
  if (said === 'completed') return end(said, counted)
  if (said === 'timeout') return end(said, 'the agent says that its time was up')
  if (said === 'failed') return end(said, 'the agent says that it failed')
  return end('failed', `the agent's status is ${JSON.stringify(said)}: completed, failed or timeout is needed`)
}

function end(kind: TurnEnd['end'], reason: string): TurnEnd {
  return { end: kind, reason, tokens: null, chosen: null }
}

/** Not `fetch`: that gives up after five minutes without an answer, and tasks may take longer. */
function send(base: URL, path: string, body: string | null, signal: AbortSignal): Promise<Answer> {
  const url = new URL(path, base.href.endsWith('/') ? base : `${base.href}/`)
  const request = url.protocol === 'https:' ? secure : plain
  const headers = body === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: body === null ? 'GET' : 'POST', headers, signal }, (response) => {
      textOf(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject)
    })
    sent.on('error', reject)
    sent.end(body ?? undefined)
  })
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > longest) throw new Error('its answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function recordIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

function whyOf(thrown: unknown, seconds: number): string {
  const { code, name, message } = thrown as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED') return 'the connection was refused'
  if (name === 'TimeoutError' || name === 'AbortError') return `no answer within ${seconds} s`
  return message || (code ?? 'unknown')
}

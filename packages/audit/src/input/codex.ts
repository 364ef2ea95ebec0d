import { readByCommand, textsIn } from './readCommand.ts'
import { isRecord, jsonOf } from './record.ts'
import type { Taken, TranscriptFormat, TurnEvent } from './turns.ts'

/**
 * Rollout files of the Codex CLI (`~/.codex/sessions/<year>/<month>/<day>/rollout-*.jsonl`), as versions 0.46 to 0.9x write
 * them (October 2025 to February 2026): `{timestamp, type, payload}`, where `response_item` carries messages
 * (`input_text` parts) and calls. A skill is taken up by a command that reads its SKILL.md; a skill that the user named
 * is put before the agent as `<skill>` and is the user's own choice.
 */
export const codex: TranscriptFormat = {
  id: 'codex',
  title: 'rollouts of Codex ({"type": "response_item", "payload"})',
  recognises: ({ type, payload }) =>
    isRecord(payload) && ['session_meta', 'response_item', 'event_msg', 'turn_context'].some((one) => one === type),
  eventOf({ type, payload }) {
    if (type !== 'response_item' || !isRecord(payload)) return null
    if (payload.type === 'message') return messageEvent(payload)
    if (payload.type === 'reasoning') return { kind: 'reply', taken: null }
    return isCall(payload.type) ? { kind: 'reply', taken: skillRead(payload) } : null
  },
}

const isCall = (type: unknown): boolean =>
  type === 'function_call' || type === 'custom_tool_call' || type === 'local_shell_call'

function messageEvent({ role, content }: Readonly<Record<string, unknown>>): TurnEvent | null {
  if (role === 'assistant') return { kind: 'reply', taken: null }
  if (role !== 'user') return null
  const text = (Array.isArray(content) ? content : [])
    .map((part) => (isRecord(part) && part.type === 'input_text' && typeof part.text === 'string' ? part.text : ''))
    .join('\n')
    .trim()
  if (/^<skill>/.test(text)) return { kind: 'aside' }
  // The program's own words come in the user's name: an environment, instructions, an interruption.
  if (text === '' || /^(?:<[a-z_]+>|# AGENTS\.md instructions)/i.test(text)) return null
  return { kind: 'request', text, key: null }
}

function skillRead(payload: Readonly<Record<string, unknown>>): Taken | null {
  if (payload.name === 'apply_patch') return null
  const given = payload.arguments ?? payload.input ?? payload.action
  const path = readByCommand(textsIn(typeof given === 'string' ? (jsonOf(given) ?? given) : given))
  return path === null ? null : { path }
}

import { readByCommand, textsIn } from './readCommand.ts'
import { isRecord } from './record.ts'
import type { Taken, TranscriptFormat } from './turns.ts'

/**
 * Session files of OpenClaw (`~/.openclaw/agents/<agent>/sessions/<session>.jsonl`), version 3 of the format (January to
 * March 2026): `{type: 'session', version, cwd}`, then `{type: 'message', message: {role, content}}` with parts `text` and
 * `toolCall` (`name`, `arguments`). A skill is taken up by reading its SKILL.md, by the tool `read` or by a command.
 */
export const openClaw: TranscriptFormat = {
  id: 'openclaw',
  title: 'sessions of OpenClaw ({"type": "message", "message": {"role"}} below {"type": "session", "version"})',
  recognises: ({ type, version, message }) =>
    (type === 'session' && version !== undefined) ||
    (type === 'message' && isRecord(message) && typeof message.role === 'string'),
  eventOf({ type, id, message }) {
    if (type !== 'message' || !isRecord(message)) return null
    if (message.role === 'assistant') return { kind: 'reply', taken: skillRead(message.content) }
    if (message.role !== 'user') return null
    const text = textOf(message.content)
    return text === '' ? null : { kind: 'request', text, key: typeof id === 'string' ? id : null }
  },
}

const textOf = (content: unknown): string =>
  typeof content === 'string'
    ? content.trim()
    : (Array.isArray(content) ? content : [])
        .map((part) => (isRecord(part) && part.type === 'text' && typeof part.text === 'string' ? part.text : ''))
        .join('\n')
        .trim()

function skillRead(content: unknown): Taken | null {
  for (const part of Array.isArray(content) ? content : []) {
    if (!isRecord(part) || part.type !== 'toolCall' || !isRecord(part.arguments)) continue
    const path = pathRead(part.name, part.arguments)
    if (path !== null) return { path }
  }
  return null
}

function pathRead(tool: unknown, given: Readonly<Record<string, unknown>>): string | null {
  if (tool !== 'read' && tool !== 'Read' && tool !== 'read_file')
    return readByCommand(textsIn(given.command ?? given.cmd))
  const path = given.path ?? given.file_path ?? given.filePath
  return typeof path === 'string' && /[\\/]SKILL\.md$/i.test(path.trim()) ? path.trim() : null
}

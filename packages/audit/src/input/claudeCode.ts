import { isRecord } from './record.ts'
import type { Taken, TranscriptFormat, TurnEvent } from './turns.ts'

/**
 * Session files of Claude Code (`~/.claude/projects/<project>/<session>.jsonl`), as versions 2.0 to 2.1 write them (October
 * 2025 to February 2026): lines `{type: 'user' | 'assistant', message: {role, content}, uuid, isMeta?, isSidechain?}`.
 * A skill is taken up by the tool `Skill`, whose input is `{skill}`, in the first versions `{command}`. Lines of subagents
 * and lines that the program wrote in the user's name are no requests; a slash command is the user's own choice.
 */
export const claudeCode: TranscriptFormat = {
  id: 'claude-code',
  title: 'sessions of Claude Code ({"type": "user" | "assistant", "message"})',
  recognises: ({ type, message }) => (type === 'user' || type === 'assistant') && isRecord(message),
  eventOf(row) {
    if (!isRecord(row.message) || row.isSidechain === true) return null
    if (row.type === 'user') return userEvent(row, row.message.content)
    return row.type === 'assistant' ? { kind: 'reply', taken: skillCall(row.message.content) } : null
  },
}

function userEvent(row: Readonly<Record<string, unknown>>, content: unknown): TurnEvent | null {
  if (row.isMeta === true || row.isCompactSummary === true || row.isVisibleInTranscriptOnly === true) return null
  const text = textOf(content)
  if (text === '') return null
  if (/^<(?:command-(?:name|message|args)|bash-input)>/.test(text)) return { kind: 'aside' }
  if (notAsked.test(text)) return null
  return { kind: 'request', text, key: typeof row.uuid === 'string' ? row.uuid : null }
}

/** What the program writes in the user's place. */
const notAsked =
  /^(?:<(?:local-command-|bash-stdout|bash-stderr|task-notification)|\[Request interrupted|Caveat: The messages below|Base directory for this skill:|This session is being continued from a previous)/

/** The user's own words: texts without the program's reminders; '' for the results of tools. */
function textOf(content: unknown): string {
  const parts = typeof content === 'string' ? [content] : Array.isArray(content) ? content.map(partText) : []
  return parts
    .join('\n')
    .replace(/<system-reminder>[\s\S]*?<\/system-reminder>/g, '')
    .trim()
}

const partText = (part: unknown): string =>
  isRecord(part) && part.type === 'text' && typeof part.text === 'string' ? part.text : ''

function skillCall(content: unknown): Taken | null {
  for (const part of Array.isArray(content) ? content : []) {
    if (!isRecord(part) || part.type !== 'tool_use' || part.name !== 'Skill' || !isRecord(part.input)) continue
    const name = part.input.skill ?? part.input.command
    if (typeof name === 'string' && name.trim() !== '') return { name: name.trim().replace(/^\//, '') }
  }
  return null
}

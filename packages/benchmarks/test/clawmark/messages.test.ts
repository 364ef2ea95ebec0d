import { expect, it } from 'vitest'
import { readMarkMessages } from '../../src/clawmark/messages.ts'

const line = (message: object): object => ({ type: 'message', id: 'x', parentId: null, message })
const session = [
  { type: 'session', version: 3, id: 's-1', timestamp: 't', cwd: '/w' },
  { type: 'model_change', provider: 'p' },
  line({ role: 'user', content: [{ type: 'text', text: 'Go.' }] }),
  line({
    role: 'assistant',
    content: [
      { type: 'thinking', thinking: 'hm' },
      { type: 'toolCall', id: '1', name: 'read', arguments: {} },
      { type: 'toolCall', id: '2', name: 'exec', arguments: {} },
    ],
    usage: { input: 10, output: 5, cacheRead: 3, cacheWrite: 2 },
  }),
  line({ role: 'toolResult', toolCallId: '1', content: [] }),
  line({ role: 'assistant', content: [{ type: 'text', text: 'Done.' }], usage: { input: 20, output: 7 } }),
  line({ role: 'user', content: 'Again.' }),
  line({ role: 'assistant', content: [{ type: 'toolCall', id: '3', name: 'read' }] }),
]
const text = session.map((one) => JSON.stringify(one)).join('\n')

it('counts turns, tool calls and tokens, and zero is not said for what is missing', () => {
  expect(readMarkMessages(text, 'messages.jsonl')).toEqual({
    session: 's-1',
    turns: [
      { answers: 2, toolCalls: ['read', 'exec'], tokens: { input: 35, output: 12 } },
      { answers: 1, toolCalls: ['read'], tokens: null },
    ],
    notes: ['1 of 3 answers say no tokens; the sums are over the others'],
  })
})

it('tells a torn line', () => {
  expect(readMarkMessages(`${text}\n{"type": "mess`, 'm').notes).toContain('line 9 is no JSON object')
})

it('refuses what is no session', () => {
  expect(() => readMarkMessages('{"a": 1}\n', 'm.jsonl')).toThrow(/m\.jsonl has no line of type "session"/)
})

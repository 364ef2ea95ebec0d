import { describe, expect, it } from 'vitest'
import { toolText } from '../../src/fix/toolText.ts'

const change = (name: string, before: string, after: string) => ({ name, before, after })

describe('toolText', () => {
  it.each([
    [
      'MCP',
      '{\n\t"tools": [\n\t\t{"name": "a", "description": "Old \\u0041."},\n\t\t{ "name":"b", "description":"Other.", "big": 12345678901234567890 }\n\t]\n}',
    ],
    ['an MCP result', '{"jsonrpc": "2.0", "result": {"tools": [{"description": "Old A.", "name": "a"}]}}\n'],
    [
      'OpenAI',
      '[{"type": "function", "function": {"name": "a", "description": "Old A.", "parameters": {"description": "Old A."}}}]',
    ],
    ['flat', '[ {"type": "function", "name": "a", "description": "Old A."} ]'],
  ])('replaces a description in the form of %s and nothing else', (_, text) => {
    const edited = toolText(text, [change('a', 'Old A.', 'New "A".')])
    expect(edited).toBe(text.replace(/"Old (A|\\u0041)\."/, '"New \\"A\\"."'))
  })

  it('tells tools of one name apart by what they said', () => {
    const text = '[{"name": "a", "description": "One."}, {"name": "a", "description": "Two."}]'
    expect(toolText(text, [change('a', 'Two.', 'Three.')])).toBe(text.replace('Two', 'Three'))
  })

  it('is null where a tool is not there as it was read', () => {
    expect(toolText('[{"name": "a", "description": "One."}]', [change('a', 'Two.', 'Three.')])).toBeNull()
  })
})

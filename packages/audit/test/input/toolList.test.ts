import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../src/input/index.ts'
import { toolListOf } from '../../src/input/toolList.ts'
import { folderWith } from './support/folder.ts'

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string', description: 'Who is greeted.' },
    list: { type: 'array', items: { type: 'object', properties: { deep: { description: 'Deeper.' } } } },
  },
}
const mcp = { name: 'greet', description: 'Greets somebody.', inputSchema: schema }
const read = async (value: unknown) => {
  const folder = await folderWith({ 'tools.json': JSON.stringify(value, null, 2) })
  return readLibrary('tools.json', { cwd: folder, home: folder, fetchPackage: false })
}

describe('a list of tools', () => {
  it.each<[string, unknown, string]>([
    ['the result of tools/list', { tools: [mcp] }, 'mcp-tools'],
    ['a JSON-RPC answer', { jsonrpc: '2.0', id: 1, result: { tools: [mcp] } }, 'mcp-tools'],
    ['a bare list', [mcp], 'mcp-tools'],
    ['input_schema', [{ name: 'greet', description: 'Greets somebody.', input_schema: schema }], 'mcp-tools'],
    [
      'OpenAI functions',
      [{ type: 'function', function: { name: 'greet', description: 'Greets somebody.', parameters: schema } }],
      'openai-tools',
    ],
    [
      'the Responses form',
      { tools: [{ type: 'function', name: 'greet', description: 'Greets somebody.', parameters: schema }] },
      'openai-tools',
    ],
  ])('is read as %s', async (_, value, format) => {
    const library = await read(value)
    expect(library).toMatchObject({ source: 'tools.json', format, problems: [] })
    expect(library.skills).toEqual([
      {
        id: 'greet',
        name: 'greet',
        description: 'Greets somebody.',
        body: 'name: Who is greeted.\nlist:\ndeep: Deeper.',
        package: '.',
        licence: '',
        tags: [],
        place: { file: 'tools.json', line: expect.any(Number) },
        raw: '',
      },
    ])
  })

  it('knows the line of each tool, though parameters bear such names as well', () => {
    const text = `{"tools": [\n{"name": "a",\n"inputSchema": {"properties": {"b": {"title": "b"}}}},\n{\n"name" : "b"}]}`
    const list = toolListOf(JSON.parse(text), 't.json', text, '.')
    expect(list?.parts.map(({ skill }) => skill.place.line)).toEqual([2, 5])
  })

  it('keeps tools of one name apart and tells exact copies', async () => {
    const library = await read([mcp, { ...mcp, description: 'Greets otherwise.' }, mcp, { name: 'greet#2' }])
    expect(library.skills.map(({ id, description }) => [id, description])).toEqual([
      ['greet', 'Greets somebody.'],
      ['greet#2', ''],
      ['greet#3', 'Greets otherwise.'],
    ])
    expect(library.copies).toEqual([{ id: 'greet#4', of: 'greet' }])
  })

  it('says which entries are no tools, which have no description, and that pages are missing', async () => {
    const library = await read({ tools: [mcp, { type: 'web_search' }, null, { name: 'mute' }], nextCursor: 'x' })
    expect(library.skills.map(({ id }) => id)).toEqual(['greet', 'mute'])
    expect(library.problems.map(({ what }) => what)).toEqual([
      'entry 2 is no tool: an object with the keys type',
      'entry 3 is no tool: null',
      expect.stringContaining('nextCursor'),
      'the tool mute has no description',
    ])
  })

  it('throws LB_NO_SKILLS for an empty one', async () => {
    await expect(read({ tools: [] })).rejects.toMatchObject({ code: 'LB_NO_SKILLS' })
  })
})

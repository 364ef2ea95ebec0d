import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSkill, warningRules } from '../src/parse.ts'

const source = { id: 'p@1:a/SKILL.md', package: 'p', licence: 'MIT', folder: 'brew-tea' }
const parse = (text: string) => {
  const { skill, warnings } = parseSkill(text, source)
  return { skill, rules: warnings.map(({ rule }) => rule) }
}

describe('parseSkill', () => {
  it('reads a plain skill without a warning', () => {
    const { skill, rules } = parse(
      '---\nname: brew-tea\ndescription: Brews tea.\ntags: [a, b]\ncategory: b\n---\n\n# Tea\n\nBoil.\n',
    )
    expect(rules).toEqual([])
    expect(skill).toEqual({
      id: source.id,
      name: 'brew-tea',
      description: 'Brews tea.',
      body: '# Tea\n\nBoil.',
      package: 'p',
      licence: 'MIT',
      tags: ['a', 'b'],
    })
  })

  it.each([
    ['folded', 'description: >-\n  Brews\n  tea: hot.'],
    ['literal', 'description: |\n  Brews\n  tea: hot.'],
    ['quoted', 'description: "Brews\\n  tea: hot."'],
    ['single-quoted', "description: 'Brews tea: hot.'"],
    ['not YAML', 'description: Brews tea: hot.'],
    ['not YAML, continued', 'description: Brews\n  tea: hot.'],
    ['not YAML, quoted', 'other: a: b\ndescription: "Brews tea: hot."'],
  ])('reads a %s description', (kind, line) => {
    const { skill, rules } = parse(`---\nname: brew-tea\n${line}\n---\nbody`)
    expect(skill.description).toBe('Brews tea: hot.')
    expect(rules).toEqual(kind.startsWith('not YAML') ? ['invalid-yaml'] : [])
  })

  it.each<[string, string, Partial<{ name: string; description: string; body: string; tags: string[] }>]>([
    ['no-name', '---\ndescription: d\n---\nb', { name: 'brew-tea' }],
    ['name-not-text', '---\nname: 12\ndescription: d\n---\nb', { name: '12' }],
    ['name-not-folder', '---\nname: Brew Tea\ndescription: d\n---\nb', { name: 'Brew Tea' }],
    [
      'no-description',
      '---\nname: brew-tea\n---\n# Tea\n\nBoils the\nwater.\n\nMore.',
      { description: 'Boils the water.' },
    ],
    ['description-not-text', '---\nname: brew-tea\ndescription: [a, b]\n---\nb', { description: '["a","b"]' }],
    ['no-front-matter', '# Tea\n\nBoils.', { name: 'brew-tea', description: 'Boils.', body: '# Tea\n\nBoils.' }],
    ['unclosed-front-matter', '---\nname: x', { name: 'brew-tea' }],
    ['byte-order-mark', '\uFEFF---\nname: brew-tea\ndescription: d\n---\nb', { description: 'd', body: 'b' }],
    ['carriage-return', '---\r\nname: brew-tea\r\ndescription: d\r\n---\r\nb\r\nc', { description: 'd', body: 'b\nc' }],
    ['tab-in-front-matter', '---\nname: brew-tea\ndescription: d\nmetadata:\n\ttags: [x]\n---\nb', { tags: ['x'] }],
    ['empty-body', '---\nname: brew-tea\ndescription: d\n---\n', { body: '' }],
    ['description-too-long', `---\nname: brew-tea\ndescription: ${'d'.repeat(1025)}\n---\nb`, {}],
    ['name-too-long', `---\nname: ${'n'.repeat(65)}\ndescription: d\n---\nb`, {}],
  ])('warns of %s and reads on', (rule, text, expected) => {
    const { skill, rules } = parse(text)
    expect(rules).toContain(rule)
    expect(skill).toMatchObject(expected)
  })

  it('finds tags and category wherever metadata nests them', () => {
    const text =
      '---\nname: brew-tea\ndescription: d\ntags: x, y\nmetadata:\n  vendor:\n    category: z\n    tags: [x, 3]\n---\nb'
    expect(parse(text).skill.tags).toEqual(['x', 'y', 'z', '3'])
  })

  it('reads YAML that refers to itself without end line by line', () => {
    const bomb = `a: &a [1,1,1,1,1,1,1,1,1,1]\n${'bcdefgh'.replace(
      /./g,
      (key) =>
        `${key}: &${key} [${Array(10)
          .fill(`*${String.fromCharCode(key.charCodeAt(0) - 1)}`)
          .join(',')}]\n`,
    )}`
    const { skill, rules } = parse(`---\nname: brew-tea\ndescription: d\n${bomb}---\nb`)
    expect(rules).toEqual(['invalid-yaml'])
    expect(skill.description).toBe('d')
  })

  it('takes any text: a name, no throw, known rules only', () => {
    const piece = fc.constantFrom(
      '---\n',
      'name: ',
      'description:',
      '\t',
      '"',
      ': ',
      '- ',
      '\n',
      'x',
      '&a',
      '*a',
      '{',
      '|',
      '\uFEFF',
      '\r',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const { skill, rules } = parse(`---\n${pieces.join('')}`)
        expect(skill.name).not.toBe('')
        expect(warningRules).toEqual(expect.arrayContaining(rules))
      }),
    )
  })
})

import { parseSkill } from '@lawbook/skills'
import { describe, expect, it } from 'vitest'
import { skillText } from '../../src/fix/skillText.ts'

const source = { id: '', package: '', licence: '', folder: 'brew-tea' }
const saying = { name: 'brew-tea', description: "Brews tea: a pot, hot #1, at the guest's table." }
const body = '\n# Tea\n\n---\n\nSteps.\n'

describe('skillText', () => {
  it.each([
    ['plain', 'name: brew-tea\ndescription: Makes tea.\n'],
    ['double quotes', 'name: "brew-tea"\ndescription: "Makes tea."\n'],
    ['single quotes', "name: brew-tea\ndescription: 'Makes ''tea''.'\n"],
    ['a folded block', 'name: brew-tea\ndescription: >\n  Makes\n  tea.\nlicense: MIT\n'],
    ['a literal block at the end', 'name: brew-tea\ndescription: |\n  Makes\n  tea.\n\n'],
    ['several lines', 'name: brew-tea\ndescription: Makes\n  tea.\nlicense: MIT\n'],
    ['an empty value', 'name: brew-tea\ndescription:\nlicense: MIT\n'],
    ['no such key', 'name: brew-tea\nlicense: MIT\n'],
    ['no name', 'description: Makes tea.\n'],
    ['tabs', 'name:\tbrew-tea\ndescription:\tMakes tea.\n'],
    ['no YAML', 'name: brew-tea\ndescription: Makes: tea: and [cake\n  and more\nlicense: MIT\n'],
    ['nothing', ''],
  ])('replaces a description given as %s and leaves the rest alone', (_, front) => {
    const text = `---\n${front}---\n${body}`
    const edited = skillText(text, saying)!
    const { skill } = parseSkill(edited, source)
    expect(skill).toMatchObject({ ...saying, body: parseSkill(text, source).skill.body })
    expect(edited.endsWith(`---\n${body}`)).toBe(true)
    expect(edited.includes('license: MIT')).toBe(front.includes('license: MIT'))
    expect(edited.includes('name:')).toBe(front.includes('name:'))
  })

  it('keeps comments, other keys, their order and their spacing to the byte', () => {
    const text =
      '---\n# who\nname: brew-tea   # short\ndescription: Makes tea. # long\nmetadata:   {a:   [1,  2]}\n---\nDo.\n'
    const edited = skillText(text, { ...saying, description: 'Brews tea.' })
    expect(edited).toBe(text.replace('Makes tea.', 'Brews tea.'))
  })

  it('keeps the style of quotation', () => {
    const text = "---\nname: brew-tea\ndescription: 'Makes tea.'\n---\nDo.\n"
    expect(skillText(text, { ...saying, description: "Brews the guest's tea." })).toContain("'Brews the guest''s tea.'")
  })

  it('keeps line ends and a byte order mark', () => {
    const text = '\uFEFF---\r\nname: brew-tea\r\ndescription: >-\r\n  Makes tea.\r\nlicense: MIT\r\n---\r\nDo.\r\n'
    const edited = skillText(text, { ...saying, description: 'Brews tea.' })
    expect(edited).toBe(text.replace('Makes tea.', 'Brews tea.'))
  })

  it('changes a name as well', () => {
    const text = '---\nname: tea\ndescription: Makes tea.\n---\nDo.\n'
    expect(skillText(text, { name: 'brew-tea', description: 'Makes tea.' })).toBe(text.replace('tea\n', 'brew-tea\n'))
  })

  it('gives a text without front matter one', () => {
    const edited = skillText('# Tea\n\nMakes tea.\n', saying)!
    expect(edited).toMatch(/^---\nname: brew-tea\ndescription: .+\n---\n\n# Tea\n/)
    expect(parseSkill(edited, source).skill).toMatchObject(saying)
  })

  it('is null where the result would not say what it should', () => {
    expect(skillText('---\nname: brew-tea\ndescription: Makes tea.\n', saying)).toBeNull()
  })
})

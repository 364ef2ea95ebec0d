import { describe, expect, it } from 'vitest'
import { type DocumentName, documents, validate } from '../src/index.ts'
import { samples } from './samples.ts'

type Member = Record<string, unknown>
const names = Object.keys(documents) as DocumentName[]
const copy = (name: DocumentName): Member => structuredClone(samples[name]) as unknown as Member
const messageOf = (name: DocumentName, value: unknown): string => {
  try {
    validate(name, value, 'here')
  } catch (thrown) {
    return (thrown as Error).message
  }
  return 'accepted'
}
/** The sentences about a result in which `edit` broke something. */
const broken = (name: DocumentName, edit: (document: Member) => void): string => {
  const document = copy(name)
  edit(document)
  return messageOf(name, document)
}

describe.each(names)('%s', (name) => {
  it('passes a valid document through unchanged', () => {
    const document = copy(name)
    expect(validate(name, document, 'here')).toBe(document)
    expect(document).toEqual(samples[name])
  })

  it('begins with its schema: required, of this kind, of this version', () => {
    expect(Object.keys(samples[name])[0]).toBe('schema')
    const { schema: _, ...without } = copy(name)
    expect(messageOf(name, without)).toContain('the document lacks "schema"')
    expect(() => validate(name, { ...copy(name), schema: name.replace('@1', '@2') }, 'here')).toThrow(
      expect.objectContaining({
        code: 'LB_SCHEMA_VERSION',
        exit: 2,
        message: `here has the schema version 2; this version of the project reads ${name}`,
      }),
    )
    expect(() => validate(name, { ...copy(name), schema: 'lawbook/other@1' }, 'here')).toThrow(
      expect.objectContaining({ code: 'LB_SCHEMA', message: expect.stringContaining('"lawbook/other@1"; it must be') }),
    )
  })

  it('refuses an unknown key wherever an object stands, and a missing one', () => {
    let places = 0
    // `details`, `distinct` and `summary` are maps: their keys are free.
    const visit = (value: unknown, path: readonly string[]): void => {
      if (value === null || typeof value !== 'object') return
      if (!Array.isArray(value) && !['details', 'distinct', 'summary', 'form-only'].includes(path.at(-1) ?? '')) {
        places++
        const document = copy(name)
        const place = path.reduce<Member>((member, key) => member[key] as Member, document)
        place.zzzzzzzz = 1
        expect(messageOf(name, document), path.join('.')).toContain('has the unknown key "zzzzzzzz"; allowed: ')
      }
      for (const [key, child] of Object.entries(value)) visit(child, [...path, key])
    }
    visit(samples[name], [])
    expect(places).toBeGreaterThan(0)
  })

  it('refuses a wrong type in every field', () => {
    for (const key of Object.keys(samples[name])) {
      expect(messageOf(name, { ...copy(name), [key]: true }), key).toMatch(
        new RegExp(`\\b${key} is true; (it must be|allowed: )`),
      )
    }
  })

  it.each([null, 3, 'text', []])('refuses %j', (value) => {
    expect(messageOf(name, value)).toMatch(/the document is .+; it must be object/)
  })
})

describe('what a message says', () => {
  it('names the file, the place, the value and what is allowed', () => {
    const edit = (document: Member): void => {
      ;(document.measures as Member[])[0]!.evidence = 'guessed'
    }
    expect(broken('lawbook/result@1', edit)).toMatchInlineSnapshot(
      `"here is not a lawbook/result@1 document: measures[0].evidence is "guessed"; allowed: routed, executed, published, arithmetic, synthetic, live"`,
    )
  })

  it('suggests the key that was meant', () => {
    const edit = (document: Member): void => {
      ;(document.claims as Member[])[0]!.tolerence = {}
    }
    expect(broken('lawbook/claims@1', edit)).toMatchInlineSnapshot(
      `"here is not a lawbook/claims@1 document: claims[0] has the unknown key "tolerence" (did you mean "tolerance"?)"`,
    )
  })

  it('lists the keys where none is near', () => {
    expect(broken('lawbook/run@1', (document) => (document.host = 'x'))).toMatchInlineSnapshot(
      `"here is not a lawbook/run@1 document: the document has the unknown key "host"; allowed: schema, experiment, seconds, node, peakMemoryBytes, data"`,
    )
  })

  it('shows a pattern that was not met', () => {
    const edit = (document: Member): void => {
      ;(document.claims as Member[])[0]!.id = 'Skill Laws'
    }
    expect(broken('lawbook/claims@1', edit)).toMatchInlineSnapshot(
      `"here is not a lawbook/claims@1 document: claims[0].id is "Skill Laws"; it must match pattern "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$""`,
    )
  })

  it('lists several faults, at most eight, long values cut short', () => {
    const document = copy('lawbook/result@1')
    document.notes = Array.from({ length: 20 }, () => ({ text: 'x'.repeat(200) }))
    const message = messageOf('lawbook/result@1', document)
    expect(message.split('; it must be')).toHaveLength(9)
    expect(message.length).toBeLessThan(1200)
    expect(() => validate('lawbook/result@1', document, 'here')).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ where: 'here', faults: expect.any(Array) }) }),
    )
  })

  it('refuses NaN, which JSON cannot hold', () => {
    expect(broken('lawbook/run@1', (document) => (document.seconds = Number.NaN))).toMatchInlineSnapshot(
      `"here is not a lawbook/run@1 document: seconds is NaN; it must be number"`,
    )
  })
})

describe('text that leads somewhere', () => {
  /** The first sentence about a document in which one text was replaced everywhere by another. */
  const replaced = (name: DocumentName, from: string, to: string): string => {
    const text = JSON.stringify(samples[name])
    expect(text).toContain(from)
    return messageOf(name, JSON.parse(text.replaceAll(JSON.stringify(from), JSON.stringify(to))))
  }

  it.each<[DocumentName, string, string]>([
    ['lawbook/result@1', 'curves.csv', '../curves.csv'],
    ['lawbook/result@1', 'curves.csv', '/etc/curves.csv'],
    ['lawbook/result@1', 'curves.csv', 'other/curves.csv'],
    ['lawbook/result@1', 'curves.csv', 'result.json'],
    ['lawbook/dataset@1', 'skills.jsonl', '..'],
    ['lawbook/dataset@1', 'skills.jsonl', '../skills.jsonl'],
    ['lawbook/dataset@1', 'skills.jsonl', 'a..b'],
    ['lawbook/dataset@1', 'skills.jsonl', 'a/b'],
    ['lawbook/build@1', 'skills.jsonl', 'a/../b'],
    ['lawbook/files@1', 'runs.csv', '../runs.csv'],
    ['lawbook/files@1', 'runs.csv', '/runs.csv'],
    ['lawbook/sources@1', 'SKILL.md', '../SKILL.md'],
    ['lawbook/sources@1', 'SKILL.md', 'a/../../SKILL.md'],
    ['lawbook/sources@1', 'SKILL.md', 'a/..'],
    ['lawbook/sources@1', 'SKILL.md', '..'],
    ['lawbook/sources@1', 'SKILL.md', '/SKILL.md'],
    ['lawbook/sources@1', 'SKILL.md', 'a\\..\\SKILL.md'],
    ['lawbook/claims@1', 'https://example.org/paper', 'https://example.org/a)[b](javascript:c'],
    ['lawbook/claims@1', 'https://example.org/paper', 'https://example.org/"><script>'],
    ['lawbook/claims@1', 'https://example.org/paper', 'javascript:alert()'],
    ['lawbook/papers@1', 'https://example.org/paper', 'https://example.org/a b'],
    ['lawbook/lock@1', 'skill-laws/r2', '# heading/r2'],
    ['lawbook/lock@1', 'skill-laws/r2', '-/r2'],
    ['lawbook/lock@1', 'skill-laws/r2', 'r2'],
  ])('%s: %s may not be %s', (name, from, to) =>
    expect(replaced(name, from, to)).toMatch(/it must (match pattern|NOT be valid)/),
  )

  it.each<[DocumentName, string, string]>([
    ['lawbook/result@1', 'curves.csv', 'evidence/curves-2.csv'],
    ['lawbook/dataset@1', 'skills.jsonl', 'Skills_1.part.jsonl.gz'],
    ['lawbook/sources@1', 'SKILL.md', '.agents/skills/a..b/SKILL.md'],
    ['lawbook/sources@1', 'SKILL.md', '...'],
    ['lawbook/claims@1', 'https://example.org/paper', 'https://example.org/a?b=c&d#e'],
  ])('%s: %s may be %s', (name, from, to) => expect(replaced(name, from, to)).toBe('accepted'))
})

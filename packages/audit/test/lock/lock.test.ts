import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockText } from '../../src/lock/auditLock.ts'
import { compareWithLock, lockOf, readLock, writeLock } from '../../src/lock/lock.ts'
import type { Finding } from '../../src/report.ts'
import { folderWith } from '../input/support/folder.ts'

const finding = (key: string, degree: number | null = null): Finding => ({
  ...{ key, rule: 'collision', level: 'warning', skills: [], places: [], message: '', degree },
})
const keys = (findings: readonly Finding[]) => findings.map(({ key }) => key)

describe('lockOf', () => {
  it('keeps what was found by key, sorted, and what was accepted', () => {
    const previous = { accept: [{ key: 'z', because: 'wanted' }], findings: [{ key: 'old', degree: 1 }] }
    const lock = lockOf({ findings: [finding('b', 0.5), finding('a')] }, previous)
    expect(lock).toEqual({
      accept: [{ key: 'z', because: 'wanted' }],
      findings: [
        { key: 'a', degree: null },
        { key: 'b', degree: 0.5 },
      ],
    })
  })

  it('is written one entry a line and read back as it was', async () => {
    const folder = await folderWith({})
    const path = join(folder, 'audit.lock.json')
    const lock = lockOf({ findings: [finding('a:"x"'), finding('b', 0.25)] }, null)
    await writeLock(path, lock)
    const text = await readFile(path, 'utf8')
    expect(JSON.parse(text)).toMatchObject({ schema: 'lawbook/audit-lock@1', accept: [] })
    expect(text.split('\n').filter((line) => line.includes('"key"'))).toHaveLength(2)
    expect(await readLock(path)).toEqual(lock)
  })
})

describe('compareWithLock', () => {
  const lock = {
    accept: [{ key: 'kept', because: 'two teams own them' }],
    findings: [
      ...['same', 'gone', 'kept'].map((key) => ({ key, degree: null })),
      ...[
        { key: 'grew', degree: 0.5 },
        { key: 'ten', degree: 0.5 },
        { key: 'small', degree: 0.01 },
        { key: 'unknown', degree: null },
      ],
    ],
  }
  const now = [finding('same'), finding('kept'), finding('new'), finding('grew', 0.56), finding('ten', 0.55)]
  const result = compareWithLock({ findings: [...now, finding('small', 0.025), finding('unknown', 9)] }, lock)

  it('tells what is new and what is gone', () => {
    expect(keys(result.new)).toEqual(['new'])
    expect(result.fixed).toEqual(['gone'])
  })

  it('calls worse what grew by more than a tenth and more than .02', () => {
    expect(keys(result.worse)).toEqual(['grew'])
  })

  it('counts what was accepted apart, also where it is new or worse', () => {
    expect(keys(result.accepted)).toEqual(['kept'])
    const accepting = { ...lock, accept: ['new', 'grew'].map((key) => ({ key, because: 'known' })) }
    const changes = compareWithLock({ findings: now }, accepting)
    expect([changes.new, changes.worse]).toEqual([[], []])
    expect(keys(changes.accepted)).toEqual(['new', 'grew'])
  })
})

describe('readLock', () => {
  const read = async (text: string) => {
    const path = join(await folderWith({}), 'audit.lock.json')
    await writeFile(path, text)
    return readLock(path)
  }

  it('is null where there is none', async () => {
    expect(await readLock(join(await folderWith({}), 'audit.lock.json'))).toBeNull()
  })

  it('bears what people leave behind when they edit: comments and a comma too many', async () => {
    const text = lockText({ accept: [{ key: 'a', because: 'so' }], findings: [] })
    expect(await read(text.replace('"so"}', '"so"}, # agreed in May'))).toEqual({
      accept: [{ key: 'a', because: 'so' }],
      findings: [],
    })
  })

  const start = '{\n  "schema": "lawbook/audit-lock@1",\n'
  it.each([
    [
      'a reason that is missing',
      `${start}  "accept": [\n    {"key": "a"}\n  ]\n}`,
      'LB_INPUT',
      /line 4: a is accepted without a reason/,
    ],
    ['a reason that says nothing', `${start}  "accept": [{"key": "a", "because": " "}]}`, 'LB_INPUT', /line 3/],
    ['an accepted finding without a key', `${start}  "accept": [{"because": "b"}]}`, 'LB_INPUT', /line 3.*no "key"/],
    [
      'a degree that is a word',
      `${start}  "findings": [\n\n{"key": "a", "degree": "high"}]}`,
      'LB_INPUT',
      /line 5: "degree" of a/,
    ],
    ['a list that is none', `${start}  "findings": 3}`, 'LB_INPUT', /line 3: "findings" is not a list/],
    ['an unknown key', `${start}  "accepted": []}`, 'LB_INPUT', /line 3: "accepted" is unknown/],
    ['marks of a merge', `${start}<<<<<<< HEAD\n  "accept": []}`, 'LB_INPUT', /line \d+: /],
    ['another document', '[]', 'LB_INPUT', /line 1: a lock is an object/],
    ['no schema', '{"findings": []}', 'LB_INPUT', /"schema" is not/],
    ['a later version', '{"schema": "lawbook/audit-lock@2"}', 'LB_SCHEMA_VERSION', /audit-lock@2, known is/],
  ])('names the line of %s', async (_, text, code, message) => {
    await expect(read(text)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })
})

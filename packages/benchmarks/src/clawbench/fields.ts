import { parse } from 'smol-toml'
import type { ClawFields, ClawTask, Problem } from './task.ts'

type Table = Record<string, unknown>
export type ReadFields = {
  readonly fields: ClawFields
  readonly shape: ClawTask['shape']
  readonly problems: Problem[]
}

/** Domains whose tasks are of the track "subject-matter" where task.toml says none (upstream's core/task_loader.py). */
const subjectMatter: ReadonlySet<string> = new Set([
  'accounting',
  'biology-chemistry',
  'clinical-data',
  'computer-science',
  'contract-review',
  'education',
  'financial-analysis',
  'legal-research',
  'marketing',
  'mathematics',
  'medical-research',
  'physics-engineering',
  'sociology',
])

const keys = [
  'id',
  'title',
  'domain',
  'level',
  'track',
  'description',
  'timeout',
  'capabilities',
  'tags',
  'capability_types',
  'required_actions',
  'skills_allowed',
]

/**
 * The fields of a task.toml in either shape. Keys of a `[task]` table are merged to the top without overwriting. A
 * field that upstream's loader would reject (and with it the whole task, in silence) is a problem that forbids running.
 */
export function readFields(text: string, place: { domain: string; name: string }): ReadFields {
  const problems: Problem[] = []
  const read = parsed(text)
  if (typeof read === 'string') {
    problems.push({ kind: 'toml', forbids: true, sentence: `task.toml is no valid TOML: ${read}` })
    return { fields: fieldsOf({}, place, []), shape: null, problems }
  }
  const isTable = isRecord(read.task)
  const { task, ...top } = read
  const merged: Table = isTable ? { ...(task as Table), ...top } : read
  for (const key of Object.keys(merged).filter((one) => !keys.includes(one)))
    problems.push({ kind: 'unknown-key', forbids: false, sentence: `task.toml has a key "${key}" that nobody reads` })
  const fields = fieldsOf(merged, place, problems)
  return { fields, shape: isTable ? 'table' : 'flat', problems }
}

function fieldsOf(table: Table, place: { domain: string; name: string }, problems: Problem[]): ClawFields {
  const reject = (key: string, allowed: string): void => {
    const given = key in table ? `is ${JSON.stringify(table[key])}` : 'is missing'
    problems.push({ kind: 'field', forbids: true, sentence: `${key} of task.toml ${given}: ${allowed} is needed` })
  }
  const text = (key: string, absent: string | null): string => {
    const value = table[key] ?? absent
    if (typeof value !== 'string') reject(key, 'a text')
    return typeof value === 'string' ? value : ''
  }
  const list = (key: string): string[] => {
    const value = table[key] ?? []
    const fits = Array.isArray(value) && value.every((one) => typeof one === 'string')
    if (!fits) reject(key, 'a list of texts')
    return fits ? value : []
  }
  const domain = text('domain', null)
  return {
    id: text('id', place.name) || place.name,
    title: text('title', null),
    domain: domain || place.domain,
    level: oneOf(text('level', null), ['L1', 'L2', 'L3', 'L4'], '', () => reject('level', 'L1, L2, L3 or L4')),
    track: oneOf(
      text('track', subjectMatter.has(domain) ? 'subject-matter' : 'foundation'),
      ['foundation', 'subject-matter'],
      'foundation',
      () => reject('track', 'foundation or subject-matter'),
    ),
    description: text('description', ''),
    timeout: seconds(table.timeout ?? 300, () => reject('timeout', 'a whole number of seconds above 0')),
    capabilities: list('capabilities'),
    tags: list('tags'),
    capabilityTypes: list('capability_types'),
    requiredActions: list('required_actions'),
    skillsAllowed: flag(table.skills_allowed ?? true, () => reject('skills_allowed', 'true or false')),
  }
}

function oneOf<T extends string>(value: string, allowed: readonly T[], otherwise: T | '', reject: () => void): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined && value !== '') reject()
  return found ?? (otherwise as T)
}

function seconds(value: unknown, reject: () => void): number {
  const fits = typeof value === 'number' && Number.isInteger(value) && value > 0
  if (!fits) reject()
  return fits ? value : 300
}

function flag(value: unknown, reject: () => void): boolean {
  if (typeof value !== 'boolean') reject()
  return value === true
}

/** The table, or what is wrong on one line. */
function parsed(text: string): Table | string {
  try {
    return parse(text) as Table
  } catch (thrown) {
    return (thrown as Error).message.split('\n')[0]!.replace(/^Invalid TOML document: /, '')
  }
}

function isRecord(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { fail } from '@lawbook/base'
import type { Spent, Trial } from '../../result.ts'

/** Who was tested, as upstream's files say it. */
export type Header = {
  readonly framework: string
  readonly model: string
  /** vanilla, curated or native; null where the file has none. */
  readonly skillsMode: string | null
  /** quick, track or comprehensive; null for none. */
  readonly testTier: string | null
}

/** A trial of somebody else's run, and what it took where that is known. */
export type ImportedTrial = { readonly trial: Trial; readonly spent: Spent | null }

/** A result file of upstream in the project's model. */
export type Imported = {
  readonly format: 'summary' | 'leaderboard' | 'submit'
  readonly header: Header
  /** What the file does not have is null or empty: checks, strict passes, declared scores, the domain, the level. */
  readonly trials: readonly ImportedTrial[]
  /** What was lost or guessed, in lower-case sentences. */
  readonly notes: readonly string[]
}

export type Row = Readonly<Record<string, unknown>>

/** What one row says of one run. */
export type RowSaid = {
  readonly task: string
  readonly status: Trial['status']
  readonly upstream: boolean | null
  readonly flat: number | null
  readonly reasons: readonly string[]
  readonly spent: Spent | null
}

/** Rows as trials: those of one task are its attempts, in their order. */
export function trialsFrom(rows: readonly RowSaid[], { framework, model }: Header): ImportedTrial[] {
  const attempts = new Map<string, number>()
  return rows.map(({ task, status, upstream, flat, reasons, spent }) => {
    const attempt = (attempts.get(task) ?? 0) + 1
    attempts.set(task, attempt)
    const trial: Trial = {
      benchmark: 'clawbench',
      task,
      domain: '',
      level: '',
      agent: `${framework}/${model}`,
      attempt,
      status,
      agentEnd: null,
      verifier: 'pytest',
      checks: [],
      passed: { upstream, strict: null },
      score: { flat, declared: null },
      skills: null,
      reasons,
    }
    return { trial, spent }
  })
}

export function headerOf(file: Row, where: string): Header {
  return {
    framework: textIn(file, 'framework', where),
    model: textIn(file, 'model', where),
    skillsMode: optionalText(file.skills_mode),
    testTier: optionalText(file.test_tier ?? file.testTier),
  }
}

export function textIn(row: Row, key: string, where: string): string {
  const value = row[key]
  return typeof value === 'string' ? value : wrong(where, key, value, 'a text')
}

export function flagIn(row: Row, key: string, where: string): boolean {
  const value = row[key]
  return typeof value === 'boolean' ? value : wrong(where, key, value, 'true or false')
}

/** A number from 0 to `most`. */
export function numberIn(row: Row, key: string, most: number, where: string): number {
  const value = row[key]
  const fits = typeof value === 'number' && value >= 0 && value <= most
  return fits ? value : wrong(where, key, value, most === Infinity ? 'a number from 0' : `a number from 0 to ${most}`)
}

export function rowsIn(file: Row, key: string, where: string): Row[] {
  const value = file[key]
  const fits = Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null)
  return fits ? value : wrong(where, key, value, 'a list of objects')
}

export function optionalText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function wrong(where: string, key: string, value: unknown, allowed: string): never {
  const given = value === undefined ? 'is missing' : `is ${JSON.stringify(value).slice(0, 60)}`
  return fail('LB_INPUT', `${where}: ${key} ${given}; ${allowed} is needed`)
}

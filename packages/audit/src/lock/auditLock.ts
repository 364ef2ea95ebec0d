/** The schema of a lock. A lock of another version is refused. */
export const lockSchema = 'lawbook/audit-lock@1'

/** What a team knows of its library and lives with: a later audit is held against it. */
export type AuditLock = {
  /** Findings that somebody decided to keep, each with the reason: written by hand, kept by every `--baseline`. */
  readonly accept: readonly Accepted[]
  /** Everything that was found when the lock was written, by key. */
  readonly findings: readonly Known[]
}

/** `key` is that of the finding; for a pair of skills `collision:<one>:<other>`. */
export type Accepted = { readonly key: string; readonly because: string }
export type Known = { readonly key: string; readonly degree: number | null }

/** A lock as JSON, one entry a line, so that two branches that change it can be merged. */
export function lockText({ accept, findings }: AuditLock): string {
  const list = (rows: readonly (Accepted | Known)[]): string =>
    rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
  return `{\n  "schema": "${lockSchema}",\n  "accept": ${list(accept)},\n  "findings": ${list(findings)}\n}\n`
}

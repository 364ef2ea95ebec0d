import type { Claim } from '@lawbook/schemas'

/** What a new experiment is made from. */
export type Draft = {
  readonly id: string
  readonly title: string
  /** Null where no paper was named: the experiment then measures without judging. */
  readonly claim: Claim | null
}

/** The files of a new package by name. */
export type Files = Readonly<Record<string, string>>

/** `package.json` and `claims.json`, the same for every template but for the packages that its code imports. */
export function records({ id, title, claim }: Draft, imports: readonly string[]): Files {
  const dependencies = Object.fromEntries(imports.map((name) => [`@lawbook/${name}`, 'workspace:*']))
  const scripts = { reproduce: 'lawbook-experiment', figures: 'lawbook-figures' }
  const head = {
    name: `@lawbook/${id}`,
    version: '0.1.0',
    description: title,
    private: true,
    license: 'MIT',
    type: 'module',
  }
  return {
    'package.json': json({ ...head, scripts, dependencies }),
    'claims.json': json({ schema: 'lawbook/claims@1', claims: claim === null ? [] : [claim] }),
  }
}

/** `README.md`: a reading to write by hand between blocks that `repro all` fills. */
export function readme({ title }: Draft, reading: string): string {
  return `# ${title}

<!-- lawbook:begin claims -->
<!-- lawbook:end -->

## Reading

${reading}

## Measures

<!-- lawbook:begin measures -->
<!-- lawbook:end -->
`
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

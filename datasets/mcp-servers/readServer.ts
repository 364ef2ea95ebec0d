import type { SourceFile } from '@lawbook/dataset'
import type { Skill } from '@lawbook/skills'

/** What was found odd in an entry and how it was read all the same. */
export const warningRules = [
  /** Icons, dashes or slashes of the list it was copied from stand before the description; removed. */
  'list-marks',
  /** A Markdown link; its text is kept, its address is not. */
  'markdown-link',
  /** The description ends with an ellipsis: the list cut it. Kept as it is. */
  'cut-short',
  /** White space at an end of name or description, or runs of it; made single spaces. */
  'white-space',
  /** Remains of HTML in category or tags; removed. */
  'markup-in-tags',
  /** The name is a reversed domain with a path, as the official registry names servers. Kept as it is. */
  'registry-name',
  /** Another entry points to the same repository. Both are kept. */
  'repository-twice',
] as const
export type WarningRule = (typeof warningRules)[number]

/** An entry of the list: a server as a skill without a body, the repository it points to, and what was odd. */
export type Entry = { readonly server: Skill; readonly repository: string; readonly warnings: readonly WarningRule[] }

/**
 * Read one entry of the list, leniently: what is missing or of the wrong type is empty. `at` stands in the id of an
 * entry that has none.
 */
export function readServer(item: unknown, at: number, source: SourceFile): Entry {
  const fields = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>
  const name = tidy(textOf(fields.name))
  const description = textOf(fields.description)
  const labels = [fields.category, ...(Array.isArray(fields.tags) ? fields.tags : [])].map(textOf)
  const shown = withoutMarks(withoutLinks(description))
  const odd: Partial<Record<WarningRule, boolean>> = {
    'list-marks': shown !== withoutLinks(description).trimStart(),
    'markdown-link': withoutLinks(description) !== description,
    'cut-short': /(…|\.\.\.)$/.test(description.trimEnd()),
    'white-space': tidy(shown) !== shown || textOf(fields.name) !== name,
    'markup-in-tags': labels.some((label) => plain(label) !== label.toLowerCase()),
    'registry-name': /^[\w-]+(\.[\w-]+)+\/./.test(name),
  }
  const server = {
    id: `${source.package}@${source.version}:${textOf(fields.id) || `#${at}`}`,
    name,
    description: tidy(shown),
    body: '',
    package: source.package,
    licence: source.licence,
    tags: [...new Set(labels.map(plain))].filter((label) => label !== ''),
  }
  return { server, repository: repositoryOf(textOf(fields.url)), warnings: warningRules.filter((rule) => odd[rule]) }
}

/** Entries that share their repository with another carry the warning for it. */
export function markRepositories(entries: readonly Entry[]): Entry[] {
  const seen = new Map<string, number>()
  for (const { repository } of entries) seen.set(repository, (seen.get(repository) ?? 0) + 1)
  return entries.map((entry) =>
    entry.repository !== '' && seen.get(entry.repository)! > 1
      ? { ...entry, warnings: [...entry.warnings, 'repository-twice'] }
      : entry,
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()
const withoutLinks = (text: string): string => text.replace(/\[([^\][]*)\]\s?\([^()\s]*\)/g, '$1')
/** Text from its first letter, digit, bracket or quotation mark on. */
const withoutMarks = (text: string): string => text.replace(/^[^\p{L}\p{N}(["'`]+/u, '')
const plain = (label: string): string => tidy(withoutMarks(label.replace(/<[^>]*>/g, ''))).toLowerCase()

/** `host/owner/name` in lower case of a repository's address, however it is written and wherever inside it points. */
function repositoryOf(address: string): string {
  const path = address.toLowerCase().replace(/^[a-z]+:\/\/(www\.)?/, '')
  return path
    .split(/[?#]/)[0]!
    .split('/')
    .slice(0, 3)
    .join('/')
    .replace(/\.git$/, '')
}

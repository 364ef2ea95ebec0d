import { byCodeUnit, fail, parseJson } from '@lawbook/base'
import { defineDataset, fromJsonLines, type SourceFile, toJsonLines } from '@lawbook/dataset'
import { libraryOf, type Skill } from '@lawbook/skills'
import { admit, type Ledger } from './admit.ts'
import { type Entry, markRepositories, readServer, warningRules } from './readServer.ts'

/** MCP servers as candidates of a router: skills without a body. */
export type McpServers = {
  /** The servers that may be used, sorted by id. */
  readonly servers: readonly Skill[]
  /** How many the list holds; planned = servers.length + the sum of `excluded`. */
  readonly planned: number
  readonly excluded: Readonly<Record<string, number>>
}

/** The published MCP servers of one list, 2,254 of its 2,282, read at build time from a pinned tarball (see README.md). */
export const mcpServers = defineDataset<McpServers>({
  id: 'mcp-servers',
  url: import.meta.url,
  async build({ sources }) {
    const entries = markRepositories((await sources()).flatMap(entriesOf))
    const { used, exclusions, ledger } = admit(libraryOf(entries.map(({ server }) => server)).skills)
    return {
      'servers.jsonl': toJsonLines(used),
      'excluded.jsonl': toJsonLines(exclusions),
      'ledger.jsonl': toJsonLines([ledger]),
      'warnings.jsonl': toJsonLines(warningRows(entries)),
    }
  },
  async load(read) {
    const [ledger] = fromJsonLines(await read('ledger.jsonl'), 'ledger.jsonl') as [Ledger]
    return {
      servers: fromJsonLines(await read('servers.jsonl'), 'servers.jsonl') as Skill[],
      planned: ledger.planned,
      excluded: Object.fromEntries(ledger.excluded.map(({ reason, n }) => [reason, n])),
    }
  },
})
export default mcpServers

/** The entries of a list, `{ "items": [...] }`, or LB_SCHEMA. */
function entriesOf(source: SourceFile): Entry[] {
  const where = `${source.path} of ${source.package}@${source.version}`
  const list = parseJson(new TextDecoder().decode(source.data), where) as { items?: unknown } | null
  const items = list?.items
  if (!Array.isArray(items)) return fail('LB_SCHEMA', `${where} has no array "items"; pin a version that has one`)
  return items.map((item, at) => readServer(item, at, source))
}

/** How many entries each rule was applied to, and which: counts and ids, no text. */
function warningRows(entries: readonly Entry[]): { rule: string; n: number; servers: string[] }[] {
  return warningRules.map((rule) => {
    const odd = entries.filter(({ warnings }) => warnings.includes(rule)).map(({ server }) => server.id)
    return { rule, n: odd.length, servers: odd.sort(byCodeUnit) }
  })
}

import { type Json, prettyJson } from '@lawbook/base'
import { type AuditReport, type Finding, type Place, type Rule, rules } from '../report.ts'
import { visible } from './say.ts'

/** What GitHub takes of one run; the gravest come first. */
const mostResults = 25_000

const ids = Object.keys(rules) as Rule[]

/**
 * A report as SARIF 2.1.0 for code scanning: each finding at the line of its description, the other skills of it as
 * related places, its key as the fingerprint that survives moved lines. Findings that `accepted` names are written as
 * suppressed. Findings without a file stand without a place. `base` is the way from the folder that readers of the file
 * start from (a repository's root) to the one that was audited, '' where they are the same.
 */
export function sarifOf(
  { findings }: AuditReport,
  {
    version,
    accepted,
    base,
  }: { readonly version: string; readonly accepted: readonly Finding[]; readonly base: string },
): string {
  const suppressed = new Set(accepted.map(({ key }) => key))
  return prettyJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'lawbook audit',
            version,
            rules: ids.map((id) => ({ id, shortDescription: { text: rules[id] } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.slice(0, mostResults).map((finding) => resultOf(finding, base, suppressed.has(finding.key))),
      },
    ],
  })
}

function resultOf({ key, rule, level, places, message }: Finding, base: string, suppressed: boolean): Json {
  const [first, ...related] = places.flatMap((place) => locationOf(place, base))
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level,
    message: { text: visible(message) },
    ...(first === undefined ? {} : { locations: [first] }),
    ...(related.length === 0 ? {} : { relatedLocations: related.map((location, i) => ({ id: i + 1, ...location })) }),
    partialFingerprints: { 'lawbookFinding/v1': key },
    ...(suppressed ? { suppressions: [{ kind: 'external', status: 'accepted' }] } : {}),
  }
}

function locationOf({ file, line }: Place, base: string): { readonly [key: string]: Json }[] {
  if (file === null) return []
  const uri = (base === '' ? file : `${base}/${file}`).split('/').map(encodeURIComponent).join('/')
  return [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: line ?? 1 } } }]
}

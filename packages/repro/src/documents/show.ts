import { documents, verdicts } from '@lawbook/schemas'
import { count, flag, hash, list, object, orNull, share, text, texts } from './pieces.ts'

const judged = documents['lawbook/diff@1'].properties.claims.items.properties
const claim = documents['lawbook/claims@1'].properties.claims.items.properties
const result = documents['lawbook/result@1'].properties
const { tables: tableRefs } = result

/** One share a kind of planted world, and how each world was treated. */
const power = object({
  power: share,
  falseAlarm: share,
  recognised: share,
  worlds: list(object({ world: text, n: count, agreed: count, denied: count, undecided: count })),
})

const robustness = object({
  holds: count,
  total: count,
  rows: list(object({ choice: text, option: text, value: orNull({ type: 'number' }), verdict: { enum: verdicts } })),
})

const lineage = object({
  figures: list(object({ id: text, tables: texts, sha256: hash })),
  tables: tableRefs,
  evidence: tableRefs,
  data: list(object({ id: text, file: text, rows: orNull(count), sha256: hash })),
  commit: orNull(text),
})

/** What `show` says of claims: each as in the diff, with everything that stands behind it. */
export const showSchema = object({
  schema: { const: 'lawbook/show@1' },
  claims: list(
    object({
      ...judged,
      rule: text,
      kind: claim.kind,
      locator: claim.locator,
      source: claim.source,
      trust: claim.trust,
      seen: flag,
      tolerance: claim.tolerance,
      decides: text,
      needs: orNull(text),
      cannotSay: texts,
      recomputed: orNull(result.measures.items),
      power: orNull(power),
      robustness,
      lock: orNull(documents['lawbook/lock@1'].properties.claims.items),
      attrition: result.attrition,
      status: documents['lawbook/list@1'].properties.experiments.items.properties.status,
      lineage,
    }),
  ),
})

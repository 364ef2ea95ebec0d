import { fail } from '@lawbook/base'
import { XMLParser } from 'fast-xml-parser'
import type { Check, CheckOutcome } from '../result.ts'
import { said } from '../said.ts'

/** What a JUnit report of pytest tells: its tests, and what could not be collected. */
export type JUnit = {
  /** In the order in which they ran; one test that both failed and broke in its clean-up is one check, failed. */
  readonly checks: readonly Check[]
  /** Messages of modules that could not be collected, one line each. */
  readonly uncollected: readonly string[]
  /** Tests whose declared weight is no number above 0; they weigh 2 as undeclared ones do. */
  readonly oddWeights: readonly string[]
}

type Node = Record<string, unknown>

/** Upstream's weight of a test that declares none. */
const defaultWeight = 2
const worst: readonly CheckOutcome[] = ['passed', 'skipped', 'error', 'failed']

/**
 * Read a JUnit report that pytest wrote with our plugin loaded; `folders` are taken out of messages. A report that is
 * no JUnit XML throws LB_INPUT.
 */
export function readJUnit(xml: string, folders: readonly string[]): JUnit {
  const checks = new Map<string, Check>()
  const uncollected: string[] = []
  const oddWeights: string[] = []
  for (const test of casesOf(xml)) {
    const { outcome, detail } = outcomeOf(test, folders)
    const properties = propertiesOf(test)
    const id = properties.get('lawbook-id')
    if (id === undefined) {
      uncollected.push(detail)
      continue
    }
    const weight = Number(properties.get('lawbook-weight'))
    const isWeight = Number.isFinite(weight) && weight > 0
    if (!isWeight) oddWeights.push(id)
    const old = checks.get(id)
    if (old === undefined || worst.indexOf(outcome) > worst.indexOf(old.outcome))
      checks.set(id, { id, weight: isWeight ? weight : defaultWeight, outcome, detail })
  }
  return { checks: [...checks.values()], uncollected, oddWeights }
}

function casesOf(xml: string): Node[] {
  // Entities are decoded below: the parser's own limit on them would reject long reports.
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    processEntities: false,
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => name === 'testcase' || name === 'testsuite' || name === 'property',
  })
  try {
    const { testsuites } = parser.parse(xml, true) as { testsuites: { testsuite: Node[] } }
    return testsuites.testsuite.flatMap(({ testcase }) => (testcase ?? []) as Node[])
  } catch (thrown) {
    return fail('LB_INPUT', `the verifier's report is no JUnit XML: ${(thrown as Error).message}`)
  }
}

function outcomeOf(test: Node, folders: readonly string[]): { outcome: CheckOutcome; detail: string } {
  for (const [tag, outcome] of [
    ['failure', 'failed'],
    ['error', 'error'],
    ['skipped', 'skipped'],
  ] as const) {
    const found = [test[tag]].flat()[0]
    if (found === undefined) continue
    return { outcome, detail: said(messageOf(found, tag === 'error'), folders) || outcome }
  }
  return { outcome: 'passed', detail: '' }
}

/**
 * The message; of an error the lines of its body that begin with "E" tell more: the last that names what was thrown.
 */
function messageOf(found: unknown, isError: boolean): string {
  if (typeof found !== 'object' || found === null) return decode(String(found ?? ''))
  const message = decode(String((found as Node)['@message'] ?? ''))
  const lines = decode(String((found as Node)['#text'] ?? '')).match(/^E {2,}\S.*$/gm)
  if (!isError || lines === null) return message
  return (lines.findLast((line) => /^E {2,}[A-Za-z_][\w.]*: /.test(line)) ?? lines[0]!).slice(1)
}

function propertiesOf(test: Node): Map<string, string> {
  const { property = [] } = (typeof test.properties === 'object' ? test.properties : {}) as { property?: Node[] }
  return new Map(property.map((one) => [decode(String(one['@name'])), decode(String(one['@value']))]))
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(amp|lt|gt|quot|apos));/g, (_, hex, decimal, name) =>
    name === undefined
      ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
      : named[name]!,
  )
}

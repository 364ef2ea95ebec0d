import { readTable, writeTable } from '../../../../../kit/solve.ts'

type Row = Record<string, string>
type Range = readonly [low: number, high: number]
const within = (inner: Range, outer: Range): boolean => outer[0] <= inner[0] && inner[1] <= outer[1]

/** First and last address of a network. */
function network(source: string): Range {
  if (source === 'any') return [0, 0xffffffff]
  const [address, prefix = '32'] = source.split('/')
  const number = address!.split('.').reduce((total, part) => total * 256 + Number(part), 0)
  const size = Array.from({ length: 32 - Number(prefix) }).reduce<number>((total) => total * 2, 1)
  const low = number - (number % size)
  return [low, low + size - 1]
}

function ports(text: string): Range {
  if (text === 'any') return [0, 65535]
  const [low, high = low] = text.split('-')
  return [Number(low), Number(high)]
}

const covers = (outer: Row, inner: Row): boolean =>
  within(network(inner.source!), network(outer.source!)) &&
  within(ports(inner.ports!), ports(outer.ports!)) &&
  (outer.protocol === 'any' || outer.protocol === inner.protocol)

/** Find rules that one earlier rule makes useless. */
export default async function solve(): Promise<void> {
  const all = await readTable('firewall.csv', ['rule', 'enabled', 'action', 'protocol', 'source', 'ports'])
  const rules = all.filter((row) => row.enabled === 'yes').sort((a, b) => Number(a.rule) - Number(b.rule))
  const rows = rules.flatMap((row, k) => {
    const by = rules.slice(0, k).find((earlier) => covers(earlier, row))
    return by === undefined
      ? []
      : [{ rule: row.rule!, kind: by.action === row.action ? 'redundant' : 'shadowed', by: by.rule! }]
  })
  await writeTable('findings.csv', ['rule', 'kind', 'by'], rows)
}

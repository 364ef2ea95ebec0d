import { parse } from 'yaml'
import { readTable, readText, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Row = Record<string, string>
type Service = { memory_mb: number; port: number; protocol: string; needs?: string[]; clients?: string[] }
type Host = { host: string; free: number; ports: number[] }

const address = (text: string): number => text.split('.').reduce((total, part) => total * 256 + Number(part), 0)

function fits(rule: Row, client: string, { protocol, port }: Service): boolean {
  const [network, prefix = '32'] = rule.source!.split('/')
  const size = Array.from({ length: 32 - Number(prefix) }).reduce<number>((total) => total * 2, 1)
  const inside = network === 'any' || Math.floor(address(network!) / size) === Math.floor(address(client) / size)
  const [low, high = low] = rule.ports!.split('-').map(Number)
  const open = rule.ports === 'any' || (port >= low! && port <= high!)
  return inside && open && (rule.protocol === 'any' || rule.protocol === protocol)
}

/** Names so that each comes after what it needs, alphabetically otherwise; circles are left out. */
function ordered(services: Record<string, Service>): string[] {
  const order: string[] = []
  for (;;) {
    const next = Object.keys(services)
      .sort()
      .find((name) => !order.includes(name) && (services[name]!.needs ?? []).every((need) => order.includes(need)))
    if (next === undefined) return order
    order.push(next)
  }
}

/** Order services, place them on hosts and see who can reach them. */
export default async function solve(): Promise<void> {
  const { services } = parse(await readText('services.yaml')) as { services?: Record<string, Service> }
  if (services === undefined) throw new Error('services.yaml has no services')
  const table = await readTable('hosts.csv', ['host', 'memory_mb'])
  const hosts: Host[] = table.map((row) => ({ host: row.host!, free: Number(row.memory_mb), ports: [] }))
  const rules = (await readTable('firewall.csv', ['rule', 'enabled', 'action', 'protocol', 'source', 'ports']))
    .filter((row) => row.enabled === 'yes')
    .sort((a, b) => Number(a.rule) - Number(b.rule))
  const order = ordered(services)
  const placed: { service: string; host: string; free_after: number }[] = []
  const findings: { service: string; problem: string; detail: string }[] = []
  for (const name of Object.keys(services).filter((one) => !order.includes(one)))
    findings.push({ service: name, problem: 'never-starts', detail: '' })
  for (const name of order) {
    const service = services[name]!
    const lacking = (service.needs ?? []).filter((need) => !placed.some((one) => one.service === need)).sort()[0]
    const host = hosts
      .filter(({ free, ports }) => free >= service.memory_mb && !ports.includes(service.port))
      .sort((a, b) => b.free - a.free || (a.host < b.host ? -1 : 1))[0]
    if (lacking !== undefined) findings.push({ service: name, problem: 'needs-missing', detail: lacking })
    else if (host === undefined) findings.push({ service: name, problem: 'no-room', detail: '' })
    else {
      host.free -= service.memory_mb
      host.ports.push(service.port)
      placed.push({ service: name, host: host.host, free_after: host.free })
      for (const client of service.clients ?? [])
        if (rules.find((rule) => fits(rule, client, service))?.action !== 'allow')
          findings.push({ service: name, problem: 'blocked', detail: client })
    }
  }
  const key = ({ service, detail }: { service: string; detail: string }): string => `${service} ${detail}`
  findings.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  await writeJson(
    'start_order.json',
    placed.map(({ service }) => service),
  )
  await writeTable('placement.csv', ['service', 'host', 'free_after'], placed)
  await writeTable('findings.csv', ['service', 'problem', 'detail'], findings)
}

import { parse } from 'yaml'
import { readJson, readTable, readText, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Bin = { zone: string; limit_kg: number; holds: Record<string, number> }
type Zones = {
  tolerance_percent: number
  items: Record<string, { kg: number; zone: string }>
  bins: Record<string, Bin>
}
type Notice = { cartons: { carton: string; sku: string; qty: number }[] }
const ordered = <T>(rows: T[], key: (row: T) => string): T[] => [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))

/** Receive a shipment: accept, credit, put away and say what differs from the notice. */
export default async function solve(): Promise<void> {
  const { cartons } = await readJson<Notice>('asn.json')
  const scans = await readTable('scans.csv', ['time', 'carton', 'sku', 'good', 'damaged'])
  const orders = await readTable('po.csv', ['po', 'date', 'sku', 'ordered', 'received'])
  const zones = parse(await readText('zones.yaml')) as Zones
  const last = new Map(ordered(scans, (scan) => scan.time!).map((scan) => [scan.carton!, scan]))
  const credits = ordered(orders, (row) => `${row.date} ${row.po}`).map((row) => ({
    po: row.po!,
    sku: row.sku!,
    got: Number(row.received),
    open: Number(row.ordered) - Number(row.received),
  }))
  const placed: { sku: string; bin: string; qty: number }[] = []
  const place = (sku: string, bin: string, qty: number): void => void (qty > 0 && placed.push({ sku, bin, qty }))
  for (const sku of [...new Set([...last.values()].map((scan) => scan.sku!))].sort()) {
    const item = zones.items[sku]
    if (item === undefined) throw new Error(`zones.yaml does not know ${sku}`)
    const sum = (column: string): number =>
      [...last.values()].filter((scan) => scan.sku === sku).reduce((units, scan) => units + Number(scan[column]), 0)
    const own = credits.filter((order) => order.sku === sku)
    const open = own.reduce((units, order) => units + order.open, 0)
    const accepted = Math.min(sum('good'), open + Math.floor((open * zones.tolerance_percent) / 100))
    place(sku, 'QUAR', sum('damaged'))
    place(sku, 'RETURN', sum('good') - accepted)
    let rest = accepted
    for (const [i, order] of own.entries()) {
      const part = i === own.length - 1 ? rest : Math.min(rest, order.open)
      order.got += part
      order.open = Math.max(0, order.open - part)
      rest -= part
    }
    let left = accepted
    const fits = Object.entries(zones.bins).filter(([, bin]) => bin.zone === item.zone)
    const holding = fits.filter(([, bin]) => bin.holds[sku] !== undefined)
    const empty = fits.filter(([, bin]) => Object.keys(bin.holds).length === 0)
    for (const [name, bin] of [...ordered(holding, ([one]) => one), ...ordered(empty, ([one]) => one)]) {
      const part = Math.min(left, Math.floor((bin.limit_kg - (bin.holds[sku] ?? 0) * item.kg) / item.kg))
      place(sku, name, part)
      if (part > 0) bin.holds[sku] = (bin.holds[sku] ?? 0) + part
      left -= part
    }
    place(sku, 'FLOOR', left)
  }
  await writeTable('putaway.csv', ['sku', 'bin', 'qty'], placed)
  const update = credits.map(({ po, sku, got, open }) => ({ po, sku, received: got, open }))
  await writeTable('po_update.csv', ['po', 'sku', 'received', 'open'], update)
  const found = (carton: string): number => Number(last.get(carton)!.good) + Number(last.get(carton)!.damaged)
  await writeJson('discrepancies.json', {
    missing: cartons.filter(({ carton }) => !last.has(carton)).map(({ carton }) => carton),
    unexpected: [...last.keys()].filter((name) => !cartons.some(({ carton }) => carton === name)),
    differences: cartons
      .filter(({ carton, qty }) => last.has(carton) && found(carton) !== qty)
      .map(({ carton, qty }) => ({ carton, announced: qty, found: found(carton) })),
  })
}

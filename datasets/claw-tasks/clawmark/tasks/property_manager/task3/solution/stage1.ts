import { addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, readText, writeJson } from '../../../../../kit/solve.ts'

/** Bill final meter readings in the measure of each meter, and report them. */
export default async () => {
  const services = await openServices()
  const meters = services.notion.databases.find(({ title }) => title === 'Meters')
  const leases = services.notion.databases.find(({ title }) => title === 'Leases')
  if (meters === undefined || leases === undefined) throw new Error('Meters or Leases is missing')
  const tariffs = await readText('tariffs.md')
  const bill: Record<string, unknown> = {}
  const lines: string[] = []
  let total = 0
  for (const { meter, reading, unit } of await readTable('readings.csv', ['meter', 'reading', 'unit'])) {
    const known = meters.rows.find(({ properties }) => properties.Meter === meter)?.properties
    const tariff = new RegExp(`^- ${meter}: ([\\d.]+) per (\\w+)(?:; one m3 gives ([\\d.]+))?`, 'm').exec(tariffs)
    if (known === undefined || tariff === null) throw new Error(`there is no meter or tariff for ${meter}`)
    const read = unit === 'l' && known.Measure === 'm3' ? Number(reading) / 1000 : Number(reading)
    const used = Math.round((read - Number(known.Start)) * 1000) / 1000
    const priced = tariff[2] === 'kWh' && known.Measure === 'm3' ? used * Number(tariff[3]) : used
    const cost = Math.round(priced * Number(tariff[1]) * 100) / 100
    bill[meter!] = { used, cost }
    total += cost
    lines.push(`${meter}: ${read} ${known.Measure}`)
  }
  total = Math.round(total * 100) / 100
  await writeJson('meters.json', { ...bill, total })
  const unit = meters.rows[0]?.properties.Unit
  const lease = leases.rows.find(({ properties }) => properties.Unit === unit)
  if (lease === undefined) throw new Error(`there is no lease of ${unit}`)
  lease.properties.Meters = total
  const subject = `Final readings ${unit}`
  const from = addressOf(services, 'moves')
  sendMail(services, { from, to: [addressOf(services, 'utility')], subject, body: lines.join('\n') })
  await saveServices(services)
}

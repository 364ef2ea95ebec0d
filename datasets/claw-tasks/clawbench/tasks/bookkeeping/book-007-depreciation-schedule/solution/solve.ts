import { parse } from 'yaml'
import { readText, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Asset = {
  id: string
  cost: number
  residual: number
  life_years: number
  bought: string
  sold?: { date: string; price: number }
}
type Row = { asset: string; year: number; amount: number; left: number }
const month = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1

/** The years of one asset, in cents. */
function years(asset: Asset, limit: number): Row[] {
  const cost = Math.round(asset.cost * 100)
  if (asset.cost <= limit) return [{ asset: asset.id, year: Number(asset.bought.slice(0, 4)), amount: cost, left: 0 }]
  const base = cost - Math.round(asset.residual * 100)
  const life = asset.life_years * 12
  const start = month(asset.bought) + (Number(asset.bought.slice(8)) > 15 ? 1 : 0)
  const end = Math.min(start + life, asset.sold === undefined ? Number.POSITIVE_INFINITY : month(asset.sold.date))
  const rows: Row[] = []
  let done = 0
  for (let year = Math.floor(start / 12); year * 12 < end; year++) {
    const months = Math.min(end, year * 12 + 12) - Math.max(start, year * 12)
    const last = start + life <= year * 12 + 12 && end === start + life
    const amount = last ? base - done : Math.round((base * months) / life)
    done += amount
    rows.push({ asset: asset.id, year, amount, left: cost - done })
  }
  return rows
}

/** Write every asset down, year by year, and settle what was sold. */
export default async function solve(): Promise<void> {
  const { assets, low_value_limit: limit } = parse(await readText('assets.yaml')) as Record<string, unknown>
  if (!Array.isArray(assets) || typeof limit !== 'number') throw new Error('assets.yaml has no assets or no limit')
  const list = (assets as Asset[]).sort((a, b) => (a.id < b.id ? -1 : 1))
  const rows = list.flatMap((asset) => years(asset, limit))
  await writeTable(
    'schedule.csv',
    ['asset', 'year', 'depreciation', 'book_value'],
    rows.map((row) => ({
      asset: row.asset,
      year: row.year,
      depreciation: (row.amount / 100).toFixed(2),
      book_value: (row.left / 100).toFixed(2),
    })),
  )
  const sold = list.filter((asset) => asset.sold !== undefined)
  const disposals = sold.map((asset) => {
    const left = rows.findLast((row) => row.asset === asset.id)?.left ?? Math.round(asset.cost * 100)
    return { asset: asset.id, book_value: left / 100, result: (Math.round(asset.sold!.price * 100) - left) / 100 }
  })
  await writeJson('disposals.json', disposals)
}

import { readJson, readTable, readText, writeTable } from '../../../../../kit/solve.ts'

type Use = { part: string; qty: number }

/** Every assembly that contains a part, with total quantity and shortest way, by current numbers. */
export default async function solve(): Promise<void> {
  const superseded = new Map((await readTable('superseded.csv', ['old', 'new'])).map((row) => [row.old!, row.new!]))
  const current = (name: string): string => {
    const seen = new Set<string>()
    let at = name
    while (superseded.has(at) && !seen.has(at)) {
      seen.add(at)
      at = superseded.get(at)!
    }
    return at
  }
  const { assemblies } = await readJson<{ assemblies: Record<string, Use[]> }>('parts.json')
  const inside = new Map(
    Object.entries(assemblies).map(([name, uses]) => [
      current(name),
      uses.map(({ part, qty }) => ({ part: current(part), qty })),
    ]),
  )
  const wanted = current((await readText('request.txt')).trim())
  const quantity = (name: string): number =>
    name === wanted ? 1 : (inside.get(name) ?? []).reduce((sum, { part, qty }) => sum + qty * quantity(part), 0)
  const steps = (name: string): number =>
    name === wanted ? 0 : 1 + Math.min(...(inside.get(name) ?? []).map(({ part }) => steps(part)))
  const used = new Set([...inside.values()].flat().map(({ part }) => part))
  const lines = [...inside.keys()]
    .filter((name) => name !== wanted && quantity(name) > 0)
    .sort()
    .map((assembly) => ({
      assembly,
      quantity: quantity(assembly),
      steps: steps(assembly),
      product: used.has(assembly) ? 'no' : 'yes',
    }))
  await writeTable('usage.csv', ['assembly', 'quantity', 'steps', 'product'], lines)
}

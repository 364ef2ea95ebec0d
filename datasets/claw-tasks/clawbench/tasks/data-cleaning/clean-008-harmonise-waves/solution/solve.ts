import { readJson, readTable, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Wave = {
  wave: number
  file: string
  respondent: string
  satisfaction: { column: string; reverse: boolean }
  uses: { column: string; yes: string[]; no: string[] }
  age: string
}
type Codebook = { missing: string[]; waves: Wave[] }
type Row = Record<string, string>
type Line = { respondent: number; wave: number; satisfaction: string; uses: string; age: string }

const bad = '?'

/** Apply the corrections to the raw rows; what could not be applied comes back with its reason. */
function corrected(raw: ReadonlyMap<number, Row[]>, book: Codebook, corrections: readonly Row[]): Row[] {
  const refused: Row[] = []
  for (const { nr, wave, respondent, column, old, new: value } of corrections) {
    const key = book.waves.find((one) => one.wave === Number(wave))?.respondent ?? ''
    const row = raw.get(Number(wave))?.find((one) => one[key] === respondent)
    const cell = row?.[column!]
    if (row === undefined || cell === undefined) refused.push({ nr: nr!, reason: 'unknown' })
    else if (cell !== old) refused.push({ nr: nr!, reason: 'stale' })
    else row[column!] = value!
  }
  return refused
}

/** One raw row in the common coding; what is not defined becomes a mark. */
function recoded(row: Row, wave: Wave, missing: readonly string[]): Line {
  const known = (cell: string, code: (cell: string) => string): string => (missing.includes(cell) ? '' : code(cell))
  const scale = (cell: string): string =>
    /^[1-5]$/.test(cell) ? String(wave.satisfaction.reverse ? 6 - Number(cell) : Number(cell)) : bad
  const use = (cell: string): string =>
    wave.uses.yes.includes(cell) ? 'yes' : wave.uses.no.includes(cell) ? 'no' : bad
  return {
    respondent: Number(row[wave.respondent]!.replace(/\D/g, '')),
    wave: wave.wave,
    satisfaction: known(row[wave.satisfaction.column]!, scale),
    uses: known(row[wave.uses.column]!, use),
    age: known(row[wave.age]!, (cell) => (/^\d+$/.test(cell) ? cell : bad)),
  }
}

const blank = (cell: string): string => (cell === bad ? '' : cell)

/** Correct, recode and stack two survey waves. */
export default async function solve(): Promise<void> {
  const book = await readJson<Codebook>('codebook.json')
  const corrections = await readTable('corrections.csv', ['nr', 'wave', 'respondent', 'column', 'old', 'new'])
  const raw = new Map<number, Row[]>()
  for (const { wave, file, respondent, satisfaction, uses, age } of book.waves)
    raw.set(wave, await readTable(file, [respondent, satisfaction.column, uses.column, age]))
  const refused = corrected(raw, book, corrections)
  const lines = book.waves.flatMap((wave) => raw.get(wave.wave)!.map((row) => recoded(row, wave, book.missing)))
  lines.sort((a, b) => a.respondent - b.respondent || a.wave - b.wave)
  const panel = lines.flatMap((first, k) => {
    const second = lines[k + 1]
    return second?.respondent === first.respondent ? [{ first, second }] : []
  })
  const conflicts = panel.filter(({ first, second }) => {
    const grown = Number(blank(second.age) || 'none') - Number(blank(first.age) || 'none')
    return grown < 0 || grown > 2
  })
  const uncodable = lines.flatMap(({ satisfaction, uses, age }) => [satisfaction, uses, age]).filter((c) => c === bad)
  await writeTable('refused.csv', ['nr', 'reason'], refused)
  await writeTable(
    'combined.csv',
    ['respondent', 'wave', 'satisfaction', 'uses', 'age'],
    lines.map((line) => ({
      ...line,
      satisfaction: blank(line.satisfaction),
      uses: blank(line.uses),
      age: blank(line.age),
    })),
  )
  await writeJson('report.json', {
    rows: lines.length,
    panel: panel.length,
    uncodable: uncodable.length,
    age_conflicts: conflicts.map(({ first }) => first.respondent),
  })
}

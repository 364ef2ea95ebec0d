import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { laws } from '@lawbook/estimators'
import { csvToTable } from '@lawbook/schemas'
import { afterAll, describe, expect, it } from 'vitest'
import { fitCurve, fitOptions, runFit } from '../../src/fit/index.ts'
import { macrosOf } from '../../src/fit/latex.ts'
import { decimal, rounded } from '../../src/fit/shown.ts'
import { curveFrom, ladder, plantedCsv } from './planted.ts'

const folder = mkdtempSync(join(tmpdir(), 'fit-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'curve.csv'), `${plantedCsv('log', [1.02, 0.09], ladder, 500)}3000,,500\n`)
const columns = { x: 'N', y: 'accuracy', n: 'trials' }

async function run(options: Record<string, string | boolean>, positionals = ['curve.csv']) {
  const said = { out: '', talk: '' }
  const io = {
    cwd: folder,
    out: (text: string) => void (said.out += text),
    talk: (text: string) => void (said.talk += text),
  }
  const exit = await runFit({ positionals, options, io })
  return { exit, ...said }
}

describe('fit', () => {
  it('prints laws, parameters and the verdict, and names the row that was left out', async () => {
    const { exit, out, talk } = await run(columns)
    expect([exit, talk]).toEqual([0, ''])
    expect(out).toContain('accuracy at 8 points, 8 sizes, N from 10 to 2,000; weighted by trials.')
    expect(out).toContain('1 row left out: line 10 (accuracy is empty)')
    expect(out).toMatch(/^law +beyond +left out +worse +R² +AIC +misfit p +status$/m)
    expect(out).toMatch(/^ {2}logarithmic +a - b ln N +a 1\.0\d+ \[0\.9\d+, 1\.0\d+\] {2}b 0\.0\d+ \[/m)
    expect(out).toContain('Can these data tell the laws apart: no;')
    expect(out).toMatch(/simulated curves/)
  })

  it('shows no number with more than six significant digits', async () => {
    const points = [1, 2, 4, 8, 16, 32].map((n) => [n * 123_456.789012, 987_654.321 + Math.sqrt(n * 7.654321e-9)])
    const csv = ['N,loss', ...points.map((row) => row.join(','))].join('\n')
    writeFileSync(join(folder, 'exact.csv'), csv)
    const { out } = await run({ x: 'N', y: 'loss', laws: 'log,error-power-floor' }, ['exact.csv'])
    expect(out).toContain('N from 123,457 to 3,950,620;')
    const numbers = out.match(/\d[\d,]*(\.\d+)?/g)!
    const long = numbers.filter((number) => number.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '').length > 6)
    expect(long).toEqual([])
  })

  it('prints one document with --json, held against its schema', async () => {
    const { out, talk } = await run({ ...columns, json: true, csv: 'again.csv' })
    const report = JSON.parse(out)
    expect(talk).toBe('')
    expect(report.schema).toBe('lawbook/fit-report@1')
    expect(Object.keys(report)).toEqual(['schema', 'curve', 'holdOut', 'laws', 'notTried', 'apart'])
    expect(report.curve.leftOut).toEqual([{ line: 10, column: 'accuracy', value: '' }])
  })

  it('writes every point under every law as CSV', async () => {
    const { talk } = await run({ ...columns, laws: 'log,power', csv: 'out/fitted.csv' })
    expect(talk).toBe('wrote out/fitted.csv\n')
    const rows = csvToTable(readFileSync(join(folder, 'out/fitted.csv'), 'utf8'))
    expect(Object.keys(rows[0]!)).toEqual(['x', 'y', 'law', 'fitted', 'low', 'high', 'residual'])
    expect(rows).toHaveLength(16)
    for (const { y, fitted, low, high, residual } of rows as Record<string, number>[]) {
      expect(y! - fitted!).toBeCloseTo(residual!, 8)
      expect(low!).toBeLessThan(fitted!)
      expect(high!).toBeGreaterThan(fitted!)
    }
  })

  it('writes LaTeX macros with names of letters, each once', async () => {
    await run({ ...columns, latex: 'fit.tex' })
    const lines = readFileSync(join(folder, 'fit.tex'), 'utf8').trim().split('\n').slice(1)
    const names = lines.map(
      (line) => /^\\newcommand\{\\([A-Za-z]+)\}\{[^{}]*(\{[^{}]*(\{[^{}]*\})?[^{}]*\})?\}$/.exec(line)?.[1],
    )
    expect(names).not.toContain(undefined)
    expect(new Set(names).size).toBe(names.length)
    expect(lines).toContain('\\newcommand{\\fitVerdict}{no}')
    expect(lines.join('\n')).toMatch(/\\fitLogBLow\}\{0\.0\d+\}/)
  })

  it.each([
    [{}, [], 'fit takes one CSV file and got 0'],
    [{}, ['a.csv', 'b.csv'], 'fit takes one CSV file and got 2'],
    [{ x: '' }, ['curve.csv'], '--x is empty; give <column>'],
    [{ 'hold-out': 'smallest:2' }, ['curve.csv'], '--hold-out smallest:2 is not known; give largest:<k>'],
    [{ laws: 'log,pwoer' }, ['curve.csv'], 'there is no law "pwoer"; did you mean power?'],
  ])('refuses %j %j', async (options, positionals, message) => {
    await expect(run(options as Record<string, string>, positionals)).rejects.toThrow(message)
  })

  it('has options that say what they take', () => {
    for (const option of Object.values(fitOptions)) {
      expect(option.help).not.toBe('')
      expect('value' in option).toBe(option.type === 'string')
    }
  })
})

describe('macros', () => {
  it('of all laws have names of their own', () => {
    const points = [1, 2, 4, 8, 16, 32].map((x) => [x, 0.95 - 0.1 * Math.log(x) + 0.004 * Math.sin(x)] as const)
    const report = fitCurve(curveFrom(points), { laws: laws.filter(({ id }) => id === 'log') })
    const all = laws.map((law) => ({
      ...report.laws[0]!,
      law: law.id,
      parameters: law.parameters.map(({ name, unit }) => ({ name, unit, value: 1, low: null, high: 2 })),
    }))
    const names = macrosOf({ ...report, laws: all }).match(/\\fit[A-Za-z]+(?=\})/g)!
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('a number', () => {
  it.each([
    [{ value: 0.123456, low: 0.1, high: 0.15 }, '0.123', '0.100', '0.150'],
    [{ value: 1234.5, low: 1100, high: 1400 }, '1230', '1100', '1400'],
    [{ value: 1.357, low: 0.93, high: 78_359.7 }, '1.36', '0.93', '78400'],
    [{ value: 0.123456, low: null, high: 0.2 }, '0.123', null, '0.200'],
    [{ value: 0.123456, low: null, high: null }, '0.1235', null, null],
    [{ value: 3.4e-9, low: 3.1e-9, high: 3.8e-9 }, '3.40e-9', '3.10e-9', '3.80e-9'],
    [{ value: 12_345_678.9, low: 12_345_678.8, high: 12_345_679 }, '12345700', '12345700', '12345700'],
    [{ value: 0.123456789, low: 0.123456788, high: 0.12345679 }, '0.123457', '0.123457', '0.123457'],
    [{ value: -0.0001, low: -0.4, high: 0.3 }, '0.00', '-0.40', '0.30'],
  ])('%j is rounded by its interval', (ranged, value, low, high) => {
    expect(rounded(ranged)).toEqual({ value, low, high })
  })

  it.each([
    [0, -2, '0.00'],
    [-0.001, -2, '0.00'],
    [987654, 2, '987700'],
    [12, 3, '0'],
    [-123.456789, -4, '-123.457'],
  ])('%d to 10^%d is %s', (x, place, text) => {
    expect(decimal(x, place)).toBe(text)
  })
})

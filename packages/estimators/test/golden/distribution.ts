import { incompleteBeta } from '../../src/distribution/beta.ts'
import { betaQuantile, betaUpperQuantile } from '../../src/distribution/betaQuantile.ts'
import { binomialCdf, binomialUpperTail } from '../../src/distribution/binomial.ts'
import { chiSquareCdf, chiSquareUpperTail } from '../../src/distribution/chiSquare.ts'
import { fisherCdf, fisherQuantile, fisherUpperQuantile, fisherUpperTail } from '../../src/distribution/fisher.ts'
import { digamma, logBeta, logBinomial, logGamma } from '../../src/distribution/gamma.ts'
import {
  logHypergeometric,
  logHypergeometricLowerTail,
  logHypergeometricUpperTail,
  type Urn,
} from '../../src/distribution/hypergeometric.ts'
import { normalCdf, normalDensity, normalQuantile } from '../../src/distribution/normal.ts'
import { studentCdf, studentQuantile } from '../../src/distribution/student.ts'
import type { Case, Golden, Measure } from './agreement.ts'
import { fixture, oracle } from './fixture.ts'

type Table = readonly (readonly number[])[]

const tables = fixture<Record<string, Table>>('distributions')

/** One case for each row of a golden table, which holds the arguments and then `values` wanted numbers. */
export function rowsOf(table: string, got: (...args: number[]) => readonly number[], values: number): Case[] {
  return tables[table]!.map((row) => {
    const args = row.slice(0, -values)
    return { what: `(${args.join(', ')})`, got: got(...args), wanted: row.slice(-values) }
  })
}

/** A function of numbers and its table, which bears its name; `... far` is one of tails down to 1e-300. */
function golden(name: string, f: (...args: number[]) => number, measure: Measure = 'relative'): Golden {
  const cases = () => rowsOf(name, (...args) => [f(...args)], 1)
  return { name, oracle: oracle('distributions', 'mpmath'), measure, cases }
}

const onUrn =
  (f: (k: number, urn: Urn) => number) =>
  (...[k, population, marked, drawn]: number[]): number =>
    f(k!, { population: population!, marked: marked!, drawn: drawn! })

/** An absolute error of a log is a relative one of what it is the log of. */
const log = 'absolute below 1'

export const distribution: readonly Golden[] = [
  golden('betaQuantile', betaQuantile),
  golden('betaUpperQuantile', betaUpperQuantile),
  golden('binomialCdf', binomialCdf),
  golden('binomialUpperTail', binomialUpperTail),
  golden('chiSquareCdf', chiSquareCdf),
  golden('chiSquareUpperTail', chiSquareUpperTail),
  golden('digamma', digamma),
  golden('fisherCdf', fisherCdf),
  golden('fisherQuantile', fisherQuantile),
  golden('fisherUpperQuantile', fisherUpperQuantile),
  golden('fisherUpperTail', fisherUpperTail),
  golden('incompleteBeta', (x, a, b) => incompleteBeta(x!, a!, b!)),
  golden('incompleteBeta far', (x, a, b) => incompleteBeta(x!, a!, b!)),
  golden('logBeta', logBeta, log),
  golden('logBinomial', logBinomial, log),
  golden('logGamma', logGamma, log),
  golden('logHypergeometric', onUrn(logHypergeometric), log),
  golden('logHypergeometricLowerTail', onUrn(logHypergeometricLowerTail), log),
  golden('logHypergeometricUpperTail', onUrn(logHypergeometricUpperTail), log),
  golden('normalCdf', normalCdf),
  golden('normalDensity', normalDensity),
  golden('normalQuantile', normalQuantile),
  golden('studentCdf', studentCdf),
  golden('studentCdf far', studentCdf),
  golden('studentQuantile', studentQuantile),
  golden('studentQuantile far', studentQuantile),
]

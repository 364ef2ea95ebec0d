import { participationRatio, participationRatioOfMatrix } from '../../src/share/participationRatio.ts'
import { rSquaredShares, shapley } from '../../src/share/shapley.ts'
import type { Golden } from './agreement.ts'
import { fixture, oracle } from './fixture.ts'

/** Regressions with Shapley's shares of R^2, games with their shares, matrices with their eigenvalues. */
export const { shares, games, participation } = fixture<{
  shares: { X: number[][]; y: number[]; shares: number[]; rSquared: number }[]
  games: { worth: number[]; shares: number[] }[]
  participation: { matrix: number[][]; eigenvalues: number[]; ratio: number }[]
}>('association')

const r = oracle('association', 'R')

export const share: readonly Golden[] = [
  {
    name: 'participationRatio',
    oracle: r,
    measure: 'relative',
    cases: () =>
      participation.map(({ eigenvalues, ratio }) => ({
        what: `${eigenvalues.length} eigenvalues`,
        got: [participationRatio(Float64Array.from(eigenvalues))],
        wanted: [ratio],
      })),
  },
  {
    name: 'participationRatioOfMatrix',
    oracle: r,
    measure: 'relative',
    cases: () =>
      participation.map(({ matrix, ratio }) => ({
        what: `${matrix.length} x ${matrix.length}`,
        got: [participationRatioOfMatrix(Float64Array.from(matrix.flat()))],
        wanted: [ratio],
      })),
  },
  {
    name: 'rSquaredShares',
    oracle: r,
    measure: 'of the largest',
    cases: () =>
      shares.map((row) => ({
        what: `${row.shares.length} predictors`,
        got: rSquaredShares(Float64Array.from(row.X.flat()), Float64Array.from(row.y)),
        wanted: row.shares,
      })),
  },
  {
    name: 'shapley',
    oracle: oracle('association', 'python').replace('python', 'fractions of Python'),
    measure: 'of the largest',
    cases: () =>
      games.map((game) => ({
        what: `${game.shares.length} players`,
        got: shapley(game.shares.length, (mask) => game.worth[mask]!),
        wanted: game.shares,
      })),
  },
]

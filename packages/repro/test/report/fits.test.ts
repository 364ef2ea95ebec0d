import type { FitRecord } from '@lawbook/schemas'
import { expect, test } from 'vitest'
import { fitMarkdown, fitSections } from '../../src/report/fits.ts'

const fit: FitRecord = {
  id: 'bm25-power',
  law: 'power',
  equation: 'a N^-b',
  series: 'BM25 <direct> | requests',
  row: 'the exact accuracy at one library size',
  n: 1234,
  exclusions: [{ reason: 'sizes above the pool', n: 2 }],
  domain: 'N from 10 to 500 (6 distinct)',
  loss: 'squared error in y',
  weights: 'equal',
  optimiser: { method: 'variable projection', starts: 4, agreeing: 3, iterations: 21 },
  status: 'converged',
  boundsHit: [],
  parameters: [
    { name: 'a', value: 0.9, se: null, i90: null, unit: 'accuracy' },
    { name: 'b', value: 0.05, se: 0.006, i90: [0.04, 0.06], unit: '1' },
  ],
  interval: { method: 'cluster jackknife', level: '90 %', resampled: 'packages (53)' },
  rivals: [
    { law: 'hill', status: 'converged', error: 0.012 },
    { law: 'log', status: 'singular', error: null },
  ],
  extrapolation: { from: 100, to: 1000, status: 'bound-hit', error: 0.008, unit: 'accuracy' },
  sensitivity: {
    changes: [{ dropped: 'size', worst: 'N = 10', parameter: 'b', change: -0.004 }],
    unfitted: [{ dropped: 'size', label: 'N = 500', status: 'singular' }],
  },
  r2: 0.98,
  largestDeviation: 0.01,
  rounding: { digits: 3, error: 0.0002, unit: 'accuracy' },
}
const unfitted: FitRecord = {
  ...fit,
  id: 'bm25-hill',
  law: 'hill',
  optimiser: { ...fit.optimiser, agreeing: null },
  exclusions: [],
  r2: null,
  status: 'bound-hit',
  boundsHit: ['kappa', 'gamma'],
  parameters: [],
  sensitivity: { reason: 'nothing to drop' },
  interval: { reason: 'no parameters' },
  rivals: { reason: 'none was tried' },
  extrapolation: { reason: 'nothing lies beyond' },
  rounding: { reason: 'nothing to round' },
}
const view = (experiment: string, fits: readonly FitRecord[]) => ({ claim: { experiment }, fits })

/** The cells of the only table, row by row. */
function cells(...fits: FitRecord[]): string[][] {
  const [page] = fitSections([view('one', fits)])
  const rows = [...page!.html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) => row!)
  return rows.map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell!))
}

test('a fit is a row that says how it was made and how far it carries', () => {
  const rows = '1,234: the exact accuracy at one library size; N from 10 to 500 (6 distinct); excluded: '
  expect(cells(fit, unfitted)).toEqual([
    [
      'Law',
      'Series',
      'Rows',
      'Loss',
      'Optimiser',
      'Status',
      'Parameters',
      'Closeness',
      'Extrapolation error',
      'Rivals',
      'Sensitivity',
      'Rounding',
    ],
    [
      'power: a N^-b',
      'BM25 &lt;direct&gt; | requests',
      `${rows}2 sizes above the pool`,
      'squared error in y; weights equal',
      'variable projection; 3 of 4 starts agree, 21 iterations',
      'converged',
      'a = 0.9 accuracy no interval, b = 0.05 [0.04, 0.06]; 90 % by cluster jackknife, packages (53)',
      'R² 0.98, largest deviation 0.01',
      '0.008 accuracy beyond 100, up to 1,000 (bound-hit)',
      'hill 0.012, log singular',
      'b by −0.004 without the size N = 10, singular without the size N = 500',
      '0.0002 accuracy at 3 digits',
    ],
    [
      'hill: a N^-b',
      'BM25 &lt;direct&gt; | requests',
      `${rows}none`,
      'squared error in y; weights equal',
      'variable projection, solved directly',
      'bound-hit: kappa, gamma',
      '–',
      'R² unknown, largest deviation 0.01',
      'nothing lies beyond',
      'none was tried',
      'nothing to drop',
      'nothing to round',
    ],
  ])
  expect(cells({ ...fit, interval: { reason: 'one curve' } })[1]![6]).toBe(
    'a = 0.9 accuracy, b = 0.05; no intervals: one curve',
  )
})

test('an experiment is listed once however many claims it has, and not at all without fits', () => {
  const views = [view('one', [fit, unfitted]), view('none', []), view('one', [fit, unfitted]), view('two', [fit])]
  expect(fitSections(views).map(({ html }) => /<summary>(.*?)<\/summary>/.exec(html)![1])).toEqual([
    'Fits of one: 2 fits',
    'Fits of two: 1 fit',
  ])
  expect(fitSections([view('none', [])])).toEqual([])
  expect(fitMarkdown([view('none', [])])).toEqual([])
})

test('Markdown has the same cells, folded, and no text breaks out of its own', () => {
  const lines = fitMarkdown([view('one', [fit])])
  expect(lines[0]).toBe('<details><summary>Fits of one: 1 fit</summary>')
  const [head, rule, row] = lines.filter((line) => line.startsWith('|'))
  const split = (line: string) => line.slice(2, -2).split(/(?<!\\) \| /)
  expect([split(head!).length, rule!.match(/---/g)!.length, split(row!).length]).toEqual([12, 12, 12])
  expect(split(row!)[1]).toBe('BM25 \\<direct\\> \\| requests')
  expect(lines.at(-2)).toBe('</details>')
})

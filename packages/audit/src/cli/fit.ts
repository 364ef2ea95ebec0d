import { fitOptions, runFit } from '../fit/index.ts'
import type { Command } from './command.ts'

/** `fit` as data. */
export const fitCommand: Command = {
  name: 'fit',
  summary: 'Fit every scaling law to a curve of yours, and say whether the data can tell the laws apart.',
  usage: '<curve.csv>',
  examples: [
    'lawbook fit curve.csv --x N --y accuracy',
    'lawbook fit curve.csv --x N --y accuracy --n trials --hold-out largest:2',
    'lawbook fit curve.csv --x N --y accuracy --laws log,power --figure fit.vl.json --latex fit.tex',
  ],
  options: fitOptions,
  exits: {},
  run: runFit,
}

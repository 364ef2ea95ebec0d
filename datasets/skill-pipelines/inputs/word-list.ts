import { type Files, filesOf, type Random } from '../seeded.ts'

const terms = [
  'anchor',
  'Audit trail',
  'backlog',
  'ballast',
  'Basalt',
  'bearing',
  'cable tray',
  'Calibration',
  'cargo',
  'conduit',
  'Contract note',
  'copper',
  'dead load',
  'Delta',
  'deposit',
  'drawdown',
  'easement',
  'Echo sounder',
  'estuary',
  'fairway',
  'Feeder',
  'fender',
  'flange',
  'Gantry',
  'gauge',
  'groyne',
  'Hatch',
  'hawser',
  'headroom',
  'Isobath',
  'jetty',
  'keel',
  'Lee shore',
  'lighter',
  'manifest',
  'Mooring',
  'notice to mariners',
  'outfall',
  'Pile',
  'quay',
  'revetment',
  'Sounding',
  'spillway',
  'tide gauge',
  'Towage',
  'wharfage',
] as const

/** terms.txt: 60 lines in no order, 46 terms and 14 of them once more. */
export default function make(random: Random): Files {
  const lines = [...terms, ...Array.from({ length: 14 }, () => random.pick(terms))]
  const mixed = lines.map((line) => ({ line, at: random.next() })).sort((a, b) => a.at - b.at)
  return filesOf({ 'terms.txt': `${mixed.map(({ line }) => line).join('\n')}\n` })
}

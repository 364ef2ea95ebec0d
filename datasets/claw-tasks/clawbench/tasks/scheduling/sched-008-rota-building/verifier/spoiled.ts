import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a third day in a row', 'rota.csv', /(2026-10-08,early,Ada)/, '2026-10-07,late,Cy\n$1'),
  replaced(
    'straight from the night to the early shift',
    'rota.csv',
    /(2026-10-08,early,Ada)/,
    '2026-10-07,early,Di\n$1',
  ),
  replaced('an open lead place filled by somebody else', 'gaps.csv', /2026-10-09,early,lead,1\n/, ''),
  replaced('night counted as eight hours', 'hours.json', '"Fe": 18', '"Fe": 16'),
  replaced('order of staff before fewest hours', 'rota.csv', '2026-10-08,night,Di', '2026-10-08,night,Bo'),
  replaced('the last day first', 'rota.csv', /(2026-10-05[\s\S]*)(2026-10-09.*\n)/, '$2$1'),
  replaced('a day nobody asked for', 'rota.csv', /$/, '2026-10-12,early,Zoe\n'),
  replaced('hours of somebody who is not on the staff', 'hours.json', /\n\}/, ',\n  "Zoe": 8\n}'),
]
export default spoiled

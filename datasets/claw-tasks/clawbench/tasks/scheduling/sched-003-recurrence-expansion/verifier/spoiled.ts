import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'an excluded date did not count',
    'occurrences.csv',
    /(2026-11-10)/,
    '2026-11-10,10:00,11:00,boat,Boat check\n$1',
  ),
  replaced(
    'the moved date stands twice',
    'occurrences.csv',
    /(2026-10-16)/,
    '2026-10-15,14:00,14:45,crew,Crew training\n$1',
  ),
  replaced(
    'fortnights counted from the first date, Monday falls a week early',
    'occurrences.csv',
    '2026-10-12',
    '2026-10-05',
  ),
  replaced(
    'a cancelled date is still announced',
    'occurrences.csv',
    /(2026-11-03)/,
    '2026-10-29,14:00,14:45,crew,Crew training\n$1',
  ),
  replaced('a length taken from another event', 'occurrences.csv', '2026-11-03,10:00,11:00', '2026-11-03,10:00,10:45'),
  replaced('a date without its title', 'occurrences.csv', /boat,Boat check\n(2026-11-10)/, 'boat,\n$1'),
]
export default spoiled

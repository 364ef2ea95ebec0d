import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('night hours split at midnight, Sunday in the next week', 'breaches.csv', /Ivo,week.*\n/, ''),
  replaced('eleven hours taken for too short', 'breaches.csv', /(Kai,row)/, 'Jun,rest,2026-10-13\n$1'),
  replaced('every further day of a run reported', 'breaches.csv', /(Hana,week)/, 'Hana,row,2026-10-11\n$1'),
  replaced('runs ended with the week', 'breaches.csv', /Kai,row.*\n/, ''),
]
export default spoiled

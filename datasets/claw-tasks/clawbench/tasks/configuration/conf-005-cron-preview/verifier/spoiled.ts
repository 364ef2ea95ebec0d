import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('both day fields had to fit', 'runs.csv', /.*close-books\n/, ''),
  replaced('seven was no day', 'runs.csv', /.*weekly report\n/, ''),
  replaced('the end was included', 'runs.csv', /$/, '2026-10-26T06:20,sync-stock --all\n'),
  replaced('the command was cut at a blank', 'runs.csv', /sync-stock --all/g, 'sync-stock'),
]
export default spoiled

import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('UTC taken for local time', 'week.json', /"09:00",\s*"end": "10:00"/, '"07:00", "end": "08:00"'),
  replaced('only the first line of a folded title', 'week.json', 'catalogue with the printer', 'cat'),
  replaced('the reminder became the title', 'week.json', '"Stand-up"', '"Do not forget"'),
  replaced(
    'the end date counted in',
    'week.json',
    /("2026-09-15": \[)/,
    '$1{"start":null,"end":null,"title":"Pim away"},',
  ),
]
export default spoiled

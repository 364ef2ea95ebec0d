import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('exactly the minimum thrown away', 'week.json', /\{\s*"start": "09:00",\s*"end": "09:45"\s*\},/, ''),
  replaced('no buffer after the workshop', 'week.json', '13:05', '13:00'),
  replaced('tentative taken for free', 'week.json', /13:45"\s*\},\s*\{\s*"start": "15:15",\s*"end": "/, ''),
  replaced(
    'a day off is offered',
    'week.json',
    '"2026-11-11": []',
    '"2026-11-11": [{"start": "09:00", "end": "17:00"}]',
  ),
]
export default spoiled

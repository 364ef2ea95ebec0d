import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('authors searched too', 'found.json', '"id": "T2"', '"id": "T3"'),
  replaced('pieces of words counted', 'found.json', /"id": "T1",\s+"score": 10/, '"id": "T1", "score": 15'),
  instead(
    'one word is enough',
    'found.json',
    '[{"id":"T7","score":14},{"id":"T1","score":10},{"id":"T2","score":10},{"id":"T6","score":8},{"id":"T3","score":6},{"id":"T4","score":6},{"id":"T5","score":6}]',
  ),
  instead('nothing was found', 'found.json', '[]'),
]
export default spoiled

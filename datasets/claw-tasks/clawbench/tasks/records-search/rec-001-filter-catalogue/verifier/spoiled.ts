import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  instead('a piece of a word taken for a subject', 'found.json', '{"count": 5, "ids": ["T8", "T3", "T5", "T1", "T4"]}'),
  instead('the last year left out', 'found.json', '{"count": 2, "ids": ["T1", "T4"]}'),
  instead('capitals taken seriously', 'found.json', '{"count": 2, "ids": ["T3", "T4"]}'),
  replaced('the title that is out', 'found.json', '"T4"', '"T6"'),
]
export default spoiled

import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a continued line lost', 'quiz.json', ' and ponds', ''),
  replaced('the points left in the text', 'quiz.json', 'Where does', '[3p] Where does'),
  replaced('only one feedback line kept', 'quiz.json', ' warms the surface.', ''),
  replaced('a note taken for text', 'quiz.json', '"snow"', '"snow -- second half --"'),
  replaced('empty feedback instead of none', 'quiz.json', '"feedback": null', '"feedback": ""'),
]
export default spoiled

import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a chain followed half way', 'references.json', '"moor16": "moor15"', '"moor16": "moor2015b"'),
  replaced('another edition merged', 'references.json', '"moor2015b"', '"brekke98": "brekke04",\n    "moor2015b"'),
  replaced('gaps judged before merging', 'references.json', '"brekke04"', '"okafor19": ["journal"],\n    "brekke04"'),
  replaced('a key named twice in a bracket', 'paper_new.md', 'not [@okafor19]', 'not [@okafor19; @okafor19, p. 7]'),
  replaced('a place lost', 'paper_new.md', '@moor15, p. 2', '@moor15'),
  replaced('code rewritten', 'paper_new.md', '[@moor16] is', '[@moor15] is'),
  instead('the bibliography cleaned in place', 'refs.bib', '@misc{prices,\n  title = {Price list}\n}\n'),
]
export default spoiled

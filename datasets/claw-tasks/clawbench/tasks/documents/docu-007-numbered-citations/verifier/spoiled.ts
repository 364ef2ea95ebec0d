import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('numbers not sorted', 'paper_new.md', '[1; 2, ch. 2]', '[2, ch. 2; 1]'),
  replaced('two in a row joined', 'paper_new.md', 'differ [1, 2]', 'differ [1-2]'),
  replaced('an unknown key numbered', 'paper_new.md', '[1, ?]', '[1, 5]'),
  replaced('code taken for a citation', 'references.json', '"dietz2012"', ''),
  replaced('the old list left', 'paper_new.md', '## Thanks', '- Moor 2015\n\n## Thanks'),
  replaced('braces left in a title', 'paper_new.md', 'without Scales', 'without {Scales}'),
  instead('the paper overwritten', 'paper.md', '# Weighing honey\n'),
]
export default spoiled

import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'a code line listed',
    'handbook_new.md',
    '  - [Summer](#summer-1)',
    '- [not a heading](#not-a-heading)\n  - [Summer](#summer-1)',
  ),
  replaced('anchors counted among listed headings only', 'handbook_new.md', '#details-1', '#details'),
  replaced('two hyphens squeezed', 'handbook_new.md', 'books--maps', 'books-maps'),
  replaced('decoration in the title', 'handbook_new.md', '[Using `scan`]', '[Using `scan` ##]'),
  replaced('the level lost', 'handbook_new.md', '  - [Winter]', '- [Winter]'),
  replaced('the decoration tidied away', 'handbook_new.md', '## Using `scan` ##', '## Using `scan`'),
  instead('the handbook itself changed', 'handbook.md', '# Reading room\n'),
]
export default spoiled

import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('paths taken from the top folder', 'links.csv', 'docs/guide/usage.md,4,install.md,no-file\n', ''),
  replaced('a folder taken for a file', 'links.csv', 'docs/index.md,8,img/,no-file\n', ''),
  replaced('capitals ignored', 'links.csv', 'docs/guide/usage.md,5,#First-Run,no-anchor\n', ''),
  replaced(
    'repeated anchors not known',
    'links.csv',
    'docs/index.md,8,#later',
    'docs/install.md,7,#steps-1,no-anchor\ndocs/index.md,8,#later',
  ),
  replaced(
    'a link in code listed',
    'links.csv',
    'docs/index.md,8,#later',
    'docs/index.md,7,missing.md,no-file\ndocs/index.md,8,#later',
  ),
  instead('a link repaired', 'docs/guide/usage.md', '# Usage\n'),
]
export default spoiled

import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a link not to be followed was followed', 'findings.csv', /staff\.html,orphan\n/, ''),
  replaced(
    'a page linked by an orphan was called reachable',
    'findings.csv',
    /(shop\/item-4)/,
    'shop/item-3.html,not-listed\n$1',
  ),
  replaced('a copy was asked to be listed', 'findings.csv', /(https:..quay\.example\.org)/, 'copy.html,not-listed\n$1'),
  replaced('a name that begins alike was taken for ours', 'findings.csv', 'org/,foreign', 'org/,gone'),
]
export default spoiled

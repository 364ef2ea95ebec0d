import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'a secret was shown',
    'changes.csv',
    'auth.token,changed,***,***',
    'auth.token,changed,"""kx-1""","""kx-2"""',
  ),
  replaced('a changed type went unseen', 'changes.csv', /service\.port.*\n/, ''),
  replaced('one and one point nought differ', 'changes.csv', /(limits\.burst.*\n)/, '$1limits.rate,changed,1.0,1\n'),
  replaced('items were compared by position', 'changes.csv', 'mirrors[south].weight', 'mirrors[1].weight'),
]
export default spoiled

import { instead, replaced, type Spoiled, without } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'versions compared as text',
    'release/src/ledger.py',
    'def scrap',
    'def write_off(tool):\n    return 0\n\n\ndef scrap',
  ),
  replaced('a chain followed one step', 'release/src/kiosk.py', 'price = fee', 'price = mid_fee'),
  replaced('what only a blocked one needs removed', 'release/removal.json', /,\s*"dump_line"/, ''),
  replaced('a name imported twice', 'release/src/ledger.py', 'import fee\n', 'import fee, fee\n'),
  replaced('quoted text renamed', 'release/src/kiosk.py', '"lend a', '"checkout a'),
  replaced('a decorator left behind', 'release/src/ledger.py', 'def checkout', '@traced\ndef checkout'),
  without('an unchanged file not delivered', 'release/src/rates.py'),
  instead('the last number raised', 'release/VERSION', '3.9.5\n'),
]
export default spoiled

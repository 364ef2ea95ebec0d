import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('in order of discovery', 'report.json', /"badge",(\s*)"store",/, '"store",$1"badge",'),
  replaced('a waiting module called a cycle', 'report.json', /"mail",(\s*)/, '"alerts",$1"mail",$1'),
  replaced('an indented import counted', 'report.json', '"time"', '"time",\n    "tkinter"'),
  replaced('the cycle squeezed in', 'report.json', '"app"', '"app", "mail", "outbox"'),
  instead('a cycle resolved by editing', 'src/outbox.py', 'import clock\n'),
]
export default spoiled

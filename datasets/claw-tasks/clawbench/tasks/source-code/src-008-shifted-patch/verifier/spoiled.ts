import { instead, replaced, type Spoiled, without } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'the first place taken, not the nearest',
    'patched/src/meter.go',
    /return 0(\n\t\}\n\treturn Full[\s\S]*?)return -1/,
    'return -1$1return 0',
  ),
  replaced('a hunk forced in', 'patched/src/units.go', 'Full = 900', 'Full = 850'),
  without('a file given up for one bad hunk', 'patched/src/units.go'),
  instead('an untouched file delivered too', 'patched/src/clean.go', 'package meter\n'),
  replaced('header lines instead of real ones', 'patch_report.json', '"line": 21', '"line": 18'),
  instead('patched in place', 'src/units.go', 'package meter\n\nconst Scale = 2\n'),
  replaced('a function lost on the way', 'patched/src/meter.go', 'func Room(raw int) int {', 'func Room() int {'),
  replaced('a line above a hunk changed as well', 'patched/src/meter.go', 'package meter', 'package main'),
]
export default spoiled

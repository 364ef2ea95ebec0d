import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a zero taken for nothing', 'letter.md', 'bring 0 more', 'bring one more'),
  replaced('plain braces filled', 'letter.md', 'Write {{name}}', 'Write nobody'),
  replaced('a value filled again', 'letter.md', 'I love {{day}}', 'I love 2026-11-20'),
  replaced('a missing one left blank', 'letter.md', 'or [MISSING host.name]', 'or '),
  replaced('listed twice', 'missing.json', '"guest.phone",', '"guest.phone", "guest.phone",'),
  instead('the template used up', 'template.md', '# Welcome\n'),
  replaced('signed although the template is not', 'letter.md', /$/, '\nYours, the workshop\n'),
  replaced('a line of the own put in', 'letter.md', '\n\nCall', '\nSee you there!\nCall'),
]
export default spoiled

import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('an appendix used up a number', 'handbook_new.md', '## 3 3D printers', '## 4 3D printers'),
  replaced('an old number left in the title', 'handbook_new.md', '## 1 Joining', '## 1 2 Joining'),
  replaced('a title bitten into', 'handbook_new.md', '## 3 3D printers', '## 3 D printers'),
  replaced('the first of two taken', 'handbook_new.md', '{ref: Notes}', 'section 2.2'),
  replaced('a fenced reference resolved', 'handbook_new.md', '{ref: Fees}', 'section 2.1'),
  replaced('a title listed twice', 'unresolved.json', '"Ladders",', '"Ladders", "Ladders",'),
  instead('the handbook itself changed', 'handbook.md', '# Tool library\n'),
]
export default spoiled

import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('an include not sunk', 'manual.md', '##### 2.1.1.1 First aid', '### 2.2 First aid'),
  replaced('numbered before the blocks were cut', 'manual.md', '1.1 Quiet hours', '1.2 Quiet hours'),
  replaced('code filled', 'manual.md', '# {{house}} ((guards))', '# Kiln Lane guards'),
  replaced('a hidden word in the index', 'index.csv', 'locker', 'till,3\nlocker'),
  replaced('a section named twice', 'index.csv', '2.1.1.1 2.2', '2.1.1.1 2.2 2.2'),
  replaced('an empty part counted', 'build.json', '"closing.md"', '"staff.md", "closing.md"'),
  instead('a part edited', 'parts/staff.md', '# Staff only\n'),
]
export default spoiled

import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a pair keeps itself alive', 'report.json', /,\s*"store.backup",\s*"store.save"/, ''),
  replaced('an import taken for a use', 'report.json', /\s*"report.loud",\s*"report.shout",/, ''),
  replaced('names compared without modules', 'report.json', /\s*"app.load",/, ''),
  replaced('a comment taken for a use', 'report.json', /\s*"model.age",/, ''),
  replaced('a table entry overlooked', 'report.json', '"report.shout"', '"report.raw", "report.shout"'),
  replaced('empty lines added up too', 'report.json', '"dead_lines": 20', '"dead_lines": 36'),
  instead('the dead code was removed', 'src/store.py', 'import model\n'),
]
export default spoiled

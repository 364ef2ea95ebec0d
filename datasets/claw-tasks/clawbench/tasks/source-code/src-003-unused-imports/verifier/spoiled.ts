import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a comment taken for a use', 'findings.csv', '5,json,json\n', ''),
  replaced('an attribute taken for a use', 'findings.csv', '8,collections,Counter\n', ''),
  replaced('__all__ overlooked', 'findings.csv', '11,string', '10,pathlib,Path\n11,string'),
  replaced('the future import listed', 'findings.csv', '5,json', '2,__future__,annotations\n5,json'),
  replaced('whole module instead of its alias', 'findings.csv', 'ElementTree,tree', 'ElementTree,xml'),
  instead('the module was cleaned', 'module.py', '"""Turn the rota into a calendar file."""\nimport csv\n'),
]
export default spoiled

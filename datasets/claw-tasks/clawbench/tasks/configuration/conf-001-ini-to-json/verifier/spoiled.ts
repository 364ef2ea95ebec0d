import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a leading zero was lost', 'settings.json', '"08"', '8'),
  replaced('a text was cut at its semicolon', 'settings.json', 'rain; or shine', 'rain'),
  replaced('a number stayed text', 'settings.json', '9090', '"9090"'),
  replaced('a section that comes again was not merged', 'settings.json', '9090', '8080'),
]
export default spoiled

import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'a lone man joins the women',
    'release.csv',
    '1970-1979,04xxx,f,migraine',
    '1970-1979,04xxx,f,none\n1970-1979,04xxx,f,migraine',
  ),
  replaced('small groups dropped at once', 'release.csv', /.*\*.*\n/, ''),
  replaced('a zero lost', 'release.csv', '04xxx', '42xxx'),
  replaced('decade cut wrongly', 'release.csv', '1980-1989,10xxx,f,flu', '1981-1990,10xxx,f,flu'),
  replaced('dropped rows counted as masked', 'release_report.json', '"masked": 3', '"masked": 6'),
  instead('the list thinned out', 'people.csv', 'name,born,postcode,sex,finding\n'),
]
export default spoiled

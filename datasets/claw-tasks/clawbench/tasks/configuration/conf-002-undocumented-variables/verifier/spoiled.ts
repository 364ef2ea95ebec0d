import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a line switched off was read as set', 'env_report.json', /,\s*"MAIL_FROM"/, ''),
  replaced(
    'an optional variable was called undocumented',
    'env_report.json',
    '"DEBUG",\n    "SMTP',
    '"CACHE_TTL",\n    "DEBUG",\n    "SMTP',
  ),
  replaced('empty quotes were taken for a value', 'env_report.json', /"APP_HOST",\s*/, ''),
]
export default spoiled

import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const product = 'transcript_redacted.txt'
const spoiled: readonly Spoiled[] = [
  replaced('the hotline masked', product, '0800 555 0100', '[PHONE]'),
  replaced('a reference masked', product, 'ORD-0044-771230', 'ORD-[PHONE]'),
  replaced('half an address left', product, '[EMAIL].', 'lena.k+[EMAIL].'),
  replaced('a number with brackets missed', product, 'No, [PHONE]', 'No, +49 (171) [PHONE]'),
  replaced('a subdomain taken for ours', product, '<[EMAIL]>', '<m.okoro@depot.helpdesk.example>'),
  replaced('public ones counted', 'redactions.json', '"PHONE": 5', '"PHONE": 6'),
  instead('the original overwritten', 'transcript.txt', '[09:02] Agent: Helpdesk.\n'),
]
export default spoiled

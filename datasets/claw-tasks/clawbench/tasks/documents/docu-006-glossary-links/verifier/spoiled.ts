import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'the shorter term taken',
    'handbook_new.md',
    'a [loan card](glossary.md#loan-card)',
    'a [loan](glossary.md#loan) card',
  ),
  replaced('every use linked', 'handbook_new.md', 'keeps deposits', 'keeps [deposits](glossary.md#deposit)'),
  replaced('half a word linked', 'handbook_new.md', 'loan-desk', '[loan](glossary.md#loan)-desk'),
  replaced('code linked', 'handbook_new.md', '`deposit`', '`[deposit](glossary.md#deposit)`'),
  replaced('once in the whole book', 'handbook_new.md', '[Lending](glossary.md#loan)', 'Lending'),
  replaced('a heading taken for a use', 'unused_terms.json', /"tare",?\s*/, ''),
  instead('links put into the handbook itself', 'handbook.md', '# Loans and more\n'),
  replaced('paragraphs run together', 'glossary.md', /\n\nUsed in/g, '\nUsed in'),
]
export default spoiled

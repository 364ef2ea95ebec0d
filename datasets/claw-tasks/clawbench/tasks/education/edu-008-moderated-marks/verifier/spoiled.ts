import { instead, replaced, type Spoiled, without } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  without('one feedback forgotten', 'feedback/gil.txt'),
  replaced('capped before the deduction', 'marks.csv', 'bo,60.4,5.0,40.0', 'bo,60.4,5.0,35.0'),
  replaced('only whole days counted', 'marks.csv', 'cy,62.5,15.0,47.5', 'cy,62.5,10.0,52.5'),
  replaced('the moderator asked when the readers agree', 'marks.csv', 'gil,33.3', 'gil,62.5'),
  replaced('the lack of a reader called apart', 'escalations.csv', 'sources,single', 'sources,apart'),
  instead('feedback for an escalated work', 'feedback/di.txt', 'argument: 3.5\nsources: 2\nlanguage: 1\nmark: 64.6\n'),
  replaced('percentages not rounded', 'marks.csv', '64.6', '64.5833'),
  replaced('a mark told unrounded', 'feedback/ana.txt', 'mark: 64.6', 'mark: 64.5833'),
]
export default spoiled

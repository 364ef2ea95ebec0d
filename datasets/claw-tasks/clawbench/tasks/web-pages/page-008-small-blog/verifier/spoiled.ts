import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  instead('a draft was published', 'public/plans.html', '<!doctype html>\n<p>Not yet.</p>\n'),
  replaced('a place was filled again', 'public/best-glue.html', 'Write {{title}}', 'Write Which glue?'),
  replaced('bold inside of code', 'public/first-boat.html', '**water**', '<strong>water</strong>'),
  replaced('tags with other capitals were kept apart', 'public/tags.json', '"boats"', '"Boats"'),
  replaced('the oldest first', 'public/feed.xml', /(<entry>.*Regatta.*<\/entry>\n)([\s\S]*)(<\/feed>)/, '$2$1$3'),
]
export default spoiled

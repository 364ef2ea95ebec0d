import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  instead('a draft was published', 'public/plans.html', '<!doctype html>\n<p>Not yet.</p>\n'),
  replaced('a place was filled again', 'public/best-glue.html', 'Write {{title}}', 'Write Which glue?'),
  replaced('bold inside of code', 'public/first-boat.html', '**water**', '<strong>water</strong>'),
  replaced('tags with other capitals were kept apart', 'public/tags.json', '"boats"', '"Boats"'),
  replaced('the oldest first', 'public/feed.xml', /(<entry>.*Regatta.*<\/entry>\n)([\s\S]*)(<\/feed>)/, '$2$1$3'),
  replaced(
    'one page with the title of its neighbour',
    'public/anchor.html',
    '<title>Anchor found',
    '<title>Which glue?',
  ),
  instead(
    'a page without its layout',
    'public/regatta.html',
    '<head><title>Regatta</title></head>\n<p>Today.</p>\n<nav><a href="best-glue.html">Which glue?</a>|</nav>\n',
  ),
  replaced('the last lines of the layout were cut', 'public/best-glue.html', '  </body>\n</html>', ''),
]
export default spoiled

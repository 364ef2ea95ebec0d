import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('a scheme hidden in an entity', 'clean.html', '<a>click', '<a href="java&#115;cript:alert(1)">click'),
  replaced('text was decoded', 'clean.html', '3 &lt; 4', '3 < 4'),
  replaced('inner text went with its tag', 'clean.html', 'one two', 'one '),
  replaced('a time was taken for a scheme', 'clean.html', '<a href="/hire?at=10:30">', '<a>'),
]
export default spoiled

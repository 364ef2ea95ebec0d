import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('thirty minutes ended a session', 'summary.csv', 'Firefox/128,2,3,1800', 'Firefox/128,3,3,0'),
  replaced('the order of the lines was trusted', 'summary.csv', 'Safari/17,2,4,480', 'Safari/17,2,4,300'),
  replaced('agents of one address were merged', 'summary.csv', /203.0.113.5,Chrome.*\n/, ''),
  replaced('a robot was counted', 'summary.csv', /$/, '192.0.2.44,TidyBot/2.1 (+https://tidy.example),1,1,0\n'),
]
export default spoiled

import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('empty answers left out of the share', 'results.csv', 'Q4,0.4000', 'Q4,0.5000'),
  replaced('groups rounded down', 'results.csv', 'Q5,0.4000,0.3333', 'Q5,0.4000,0.5000'),
  replaced('blank called the commonest mistake', 'results.csv', ',B,ok', ',,ok'),
  replaced('too easy not flagged', 'results.csv', ',,review', ',,ok'),
  replaced('share of the wrong given', 'results.csv', 'Q2,0.7000', 'Q2,0.3000'),
]
export default spoiled

import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the first move stayed', 'actions.csv', 'r06,Lists', 'r06,Accounts'),
  replaced('stop was overlooked', 'actions.csv', /r04,.*/, 'r04,Lists,indirect;large;money;vip'),
  replaced('a domain that ends alike', 'actions.csv', /r03,.*/, 'r03,Lists,council;indirect'),
  replaced('labels in the order of the rules', 'actions.csv', 'council;money', 'money;council'),
]
export default spoiled

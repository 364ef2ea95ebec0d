import { instead, replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('null was kept in a new map', 'effective.json', '"ttl": 0,', '"ttl": 0, "warm": null,'),
  replaced('an item was appended twice', 'effective.json', '"beta",', '"beta", "search",'),
  replaced('zero was taken for nothing', 'effective.json', '"workers": 0', '"workers": 2'),
  instead('the base was edited', 'base.yaml', 'retry: 3\n'),
]
export default spoiled

import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced(
    'replayed in the order of recording',
    'state.json',
    /"high",\s+"assignee": null/,
    '"normal", "assignee": null',
  ),
  replaced('a late entry taken for known', 'state.json', '"Ada"', '"Ole"'),
  replaced('a void that was not known yet', 'state.json', /,\s+"T6"/, ''),
  replaced('the moment itself left out', 'state.json', '"T4",', ''),
  replaced('a ticket of the future', 'state.json', '"T6"', '"T5", "T6"'),
]
export default spoiled

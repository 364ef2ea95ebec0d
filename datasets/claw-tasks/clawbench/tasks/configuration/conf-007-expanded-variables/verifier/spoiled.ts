import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('an empty setting fell back to the example', 'env_report.json', '"://n4', '"http://n4'),
  replaced('a value was expanded twice', 'env_report.json', /"COPY": "[^"]*"/, '"COPY": "8080"'),
  replaced('a default hid the circle', 'env_report.json', /,\s*"E"/, ''),
  replaced('single quotes were expanded', 'env_report.json', '$' + '{PORT} and', '8080 and'),
]
export default spoiled

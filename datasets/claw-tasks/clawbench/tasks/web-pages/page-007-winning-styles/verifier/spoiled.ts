import { replaced, type Spoiled } from '../../../../../kit/spoil.ts'

const spoiled: readonly Spoiled[] = [
  replaced('the style attribute beat important', 'styles.csv', 'btn,color,blue', 'btn,color,red'),
  replaced('the later rule beat the more specific one', 'styles.csv', 'foot,color,gray', 'foot,color,green'),
  replaced('selectors of a list were taken together', 'findings.csv', /\.wide,unused\n/, ''),
  replaced('an overridden selector was called unused', 'findings.csv', '.button,overridden', '.button,unused'),
]
export default spoiled

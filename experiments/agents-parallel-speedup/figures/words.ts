import type { Layer } from '@lawbook/figures'

/** Names of models as readers know them; others as they are. */
function modelName(model: string): string {
  return model.replace(/^(anthropic|google|openai)_/, '').replace('-preview', '')
}

/** Suite and model on one line. */
export function pairName(pair: string): string {
  const [suite, model] = pair.split(' / ')
  return model === undefined ? modelName(pair) : `${suite}, ${modelName(model)}`
}

export const pairsResampled = 'suite-model pairs, taken as independent'

/** What means over series are clustered by. */
export const clustersResampled = 'pairs, models and suites, each limit the farthest of the three'

/** Both assignments, in the order of their colours. */
export const assignmentNames = { 'pre-assigned': 'work assigned in advance', 'self-organised': 'self-organised' }

/** Layers with the assignments one above the other inside a row of a forest plot. */
export function apart(layers: readonly Layer[], field: string): Layer[] {
  const yOffset = { field, sort: Object.keys(assignmentNames) }
  return layers.map((layer) => ({ ...layer, encoding: { ...layer.encoding, yOffset } }) as Layer)
}

import 'vega'

/** What Vega exports and its types leave out. */
declare module 'vega' {
  type TextItem = { font?: string; fontSize?: number; fontWeight?: string | number; fontStyle?: string }
  export const textMetrics: { width: (item: TextItem, text: string) => number }
  export function randomLCG(seed: number): () => number
  export function setRandom(random: () => number): void
}

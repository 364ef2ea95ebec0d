/** What the package re-exports of TensorFlow.js, whose own types it does not bring. */
declare module '@energetic-ai/core' {
  export function env(): { set(flag: string, value: boolean): void }
  export function setBackend(name: 'wasm'): Promise<boolean>
  export function loadGraphModel(handler: { load(): Promise<unknown> }): Promise<unknown>
}

declare module '@energetic-ai/embeddings' {
  type Data = { readonly model: unknown; readonly vocabulary: unknown }
  export function initModel(source: () => Promise<Data>): Promise<{ embed(text: string): Promise<number[]> }>
}

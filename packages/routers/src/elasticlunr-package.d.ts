declare module 'elasticlunr' {
  type Step = (word: string) => string | undefined
  type Index = {
    addField(name: string): void
    addDoc(document: Readonly<Record<string, string | number>>): void
    search(text: string, options: Readonly<Record<string, never>>): { readonly ref: string; readonly score: number }[]
    readonly pipeline: { add(...steps: Step[]): void }
  }
  const elasticlunr: {
    (configure: (this: Index) => void): Index
    readonly Pipeline: {
      getRegisteredFunction(label: string): Step | null
      registerFunction(step: Step, label: string): void
    }
  }
  export default elasticlunr
}

declare module 'wink-bm25-text-search' {
  type Engine = {
    defineConfig(config: { fldWeights: Readonly<Record<string, number>> }): void
    definePrepTasks(tasks: readonly ((input: never) => unknown)[]): void
    addDoc(document: Readonly<Record<string, string>>, id: number): void
    consolidate(): void
    search(text: string, limit: number): [id: string, score: number][]
  }
  export default function engine(): Engine
}

declare module 'wink-nlp-utils' {
  type Words = (words: string[]) => string[]
  const utils: {
    readonly string: { lowerCase(text: string): string; tokenize0(text: string): string[] }
    readonly tokens: { removeWords: Words; stem: Words; propagateNegations: Words }
  }
  export default utils
}

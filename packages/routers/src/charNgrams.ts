import { words } from '@lawbook/skills'
import { fitCosine } from './cosine.ts'
import { defineRouter } from './router.ts'

/**
 * The 3- to 5-character windows of each word, the word framed by one space on either side. No stemming and no stop
 * words: nearly every skill shares some window with a request in running text, so this router hardly abstains.
 */
function characterNgrams(text: string): string[] {
  const grams: string[] = []
  for (const word of words(text)) {
    const framed = ` ${word} `
    for (let n = 3; n <= 5; n++) for (let i = 0; i + n <= framed.length; i++) grams.push(framed.slice(i, i + n))
  }
  return grams
}

/** Cosine similarity of tf-idf vectors over character n-grams (see `fitCosine`). */
export const charNgrams = defineRouter({
  id: 'char-ngrams',
  title: 'Character 3-5-gram TF-IDF cosine',
  short: 'character n-grams',
  kin: 'characters',
  kind: 'pointwise',
  cost: 'fast',
  source: 'Cavnar and Trenkle (1994), N-gram-based text categorization; weights as in Salton and Buckley (1988)',
  build: (library) => fitCosine(library, characterNgrams),
})

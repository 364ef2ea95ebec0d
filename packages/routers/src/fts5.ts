import { createRequire } from 'node:module'
import { fromHits } from './hits.ts'
import { plainWords } from './plainWords.ts'
import { defineRouter } from './router.ts'

/**
 * SQLite's full-text search as it comes, with its porter tokenizer: BM25 over the columns name and description, k1 = 1.2,
 * b = 0.75, lengths and counts summed over the columns. The query is the OR of the request's words, each in quotes, so
 * that none of them is an operator. SQLite's bm25() is lower for a better match: its sign is turned.
 */
export const fts5 = defineRouter({
  id: 'fts5',
  title: 'SQLite FTS5 (BM25, porter)',
  short: 'FTS5',
  kin: 'bm25',
  kind: 'pointwise',
  cost: 'library',
  source: 'npm node-sqlite3-wasm 0.8.60; Robertson and Zaragoza (2009), The Probabilistic Relevance Framework',
  build({ skills }) {
    // Loaders disagree about the names that an `import` of this package gives.
    const { Database } = createRequire(import.meta.url)('node-sqlite3-wasm') as typeof import('node-sqlite3-wasm')
    const database = new Database()
    database.exec(`create virtual table skills using fts5(name, description, tokenize = 'porter unicode61')`)
    database.exec('begin')
    const insert = database.prepare('insert into skills(rowid, name, description) values (?, ?, ?)')
    skills.forEach(({ name, description }, id) => void insert.run([id, name, description]))
    insert.finalize()
    database.exec('commit')
    const search = database.prepare('select rowid as skill, -bm25(skills) as score from skills where skills match ?')
    return {
      score({ text }) {
        const query = plainWords(text).map((word) => `"${word}"`)
        // An empty query is a syntax error.
        const rows = query.length === 0 ? [] : (search.all([query.join(' OR ')]) as { skill: number; score: number }[])
        return fromHits(
          skills.length,
          rows.map(({ skill, score }) => [skill, score]),
        )
      },
    }
  },
})

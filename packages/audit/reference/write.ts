import { fileURLToPath } from 'node:url'
import { type Json, prettyJson, writeAtomic } from '@lawbook/base'
import { readResult } from '@lawbook/schemas'
import { referenceFrom } from './derive.ts'

// Writes reference.json anew from the committed tables, or from those of a folder that is named:
// node --import tsx packages/audit/reference/write.ts [folder]
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const { tables } = await readResult(process.argv[2] ?? here('../../../figures/skills-size-forecast'))
await writeAtomic(here('reference.json'), prettyJson(referenceFrom(tables) as unknown as Json))

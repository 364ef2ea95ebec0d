import { defineDataset, fromJsonLines, toJsonLines } from '@lawbook/dataset'

export default defineDataset({
  id: 'sample',
  url: import.meta.url,
  async build({ sources }) {
    const rows = (await sources()).map((file) => ({ id: file.package, text: new TextDecoder().decode(file.data) }))
    return { 'rows.jsonl': toJsonLines(rows) }
  },
  load: async (read) => fromJsonLines(await read('rows.jsonl'), 'rows.jsonl'),
})

import { count, list, object, orNull, text } from './pieces.ts'

/** `data list` and `data build`: every data set with its size, state and licence. */
export const dataSchema = object({
  schema: { const: 'lawbook/data@1' },
  datasets: list(
    object({
      id: text,
      title: text,
      licence: text,
      status: { enum: ['not built', 'built', 'outdated'] },
      rows: orNull(count),
      builtBytes: orNull(count),
      downloadBytes: count,
      missingBytes: count,
    }),
  ),
})

/** `data verify`: how many files were hashed, and which are not what the manifests pin. */
export const dataCheckSchema = object({
  schema: { const: 'lawbook/data-check@1' },
  checked: count,
  faults: list(object({ dataset: text, file: text, fault: text })),
})

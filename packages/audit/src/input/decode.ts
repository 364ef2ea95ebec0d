/** A file's text, or null with the reason; a problem beside a text says what is wrong with it. */
export type Decoded =
  | { readonly text: string; readonly problem: string | null }
  | { readonly text: null; readonly problem: string }

/**
 * Bytes as UTF-8 text, a byte order mark kept. Bytes that are no UTF-8 become U+FFFD and are a problem; text in UTF-16
 * and anything with a zero byte is no text at all.
 */
export function decoded(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { text: null, problem: 'it is text in UTF-16, which agents do not read; save it as UTF-8' }
  if (bytes.includes(0)) return { text: null, problem: 'it is binary, not text; it was not read' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), problem: null }
  } catch {
    return {
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      problem: 'it holds bytes that are not UTF-8; they are read as U+FFFD; save it as UTF-8',
    }
  }
}

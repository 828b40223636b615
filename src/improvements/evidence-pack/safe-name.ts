/** A name that every file system takes, Windows with its 260 characters for a whole path included. */
export function safeName(text: string, longest: number): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
  const ending = /\.[a-z0-9]{1,5}$/.exec(plain)?.[0] ?? ''
  const stem = trimmed(plain.slice(0, plain.length - ending.length))
  return `${trimmed(stem.slice(0, longest - ending.length)) || 'archivo'}${ending}`
}

function trimmed(text: string): string {
  return text.replace(/^[-.]+|[-.]+$/g, '')
}

export function numbered(index: number, text: string, longest: number): string {
  return `${String(index + 1).padStart(2, '0')}-${safeName(text, longest)}`
}

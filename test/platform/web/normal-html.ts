/** HTML as a list of tags with sorted attributes and texts, so that only differences of meaning remain. */
export function normalHtml(html: string): string[] {
  const pieces = html.replaceAll(/\s+/g, ' ').match(/<[^>]+>|[^<]+/g) ?? []
  return pieces.map((piece) => (piece.startsWith('<') ? tag(piece) : text(piece))).filter(Boolean)
}

function tag(piece: string): string {
  const name = /^<\/?[a-z0-9]+/i.exec(piece)?.[0] ?? piece
  const attributes = [...piece.slice(name.length).matchAll(/([^\s=>"/]+)(?:="([^"]*)")?/g)]
    .filter(([, attribute]) => !attribute?.startsWith('data-i18n.'))
    .map(([, attribute, value]) => `${attribute}="${value === undefined ? '' : text(value)}"`)
  return [name, ...attributes.sort()].join(' ')
}

function text(piece: string): string {
  return piece
    .replaceAll(/&(?:quot|#34);/g, '"')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/&nbsp;/g, '\u00a0')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

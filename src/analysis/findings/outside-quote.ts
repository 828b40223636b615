/** What a person decided about a quote, and what the one who spoke allowed. */
export interface DecidedQuote {
  text: string
  /** Written by somebody who works here, in words of their own. */
  paraphrase: string
  /** The person said when filing that their words may be quoted. */
  mayBeQuoted: boolean
}

export type OutsideQuote = { as: 'quote' | 'paraphrase'; text: string }

/** How it may leave the house; null: it stays inside. */
export function outsideQuote(quote: DecidedQuote): OutsideQuote | null {
  if (quote.mayBeQuoted) return { as: 'quote', text: quote.text }
  return quote.paraphrase === '' ? null : { as: 'paraphrase', text: quote.paraphrase }
}
